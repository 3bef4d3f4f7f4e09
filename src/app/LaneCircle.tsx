import { useCallback, useMemo, useRef } from 'react';
import { paintCircle } from '../figures/circle/paint';
import { placing } from '../figures/circle/placing';
import { type CircleInput, pictures } from '../figures/circle/scene';
import { SampleCanvas } from '../figures/SampleCanvas';
import { classifierOf, forceNow, type LaneMoment, pushOf } from '../lab/laneView';
import { litClass } from '../lab/lit';
import type { Margin } from '../margin/compile';
import { findingsOf } from '../margin/diagnose';
import { settledForce } from '../margin/force';
import { separation } from '../math/angle';
import { mean } from '../math/quantile';
import { useLab, useLabState, useWords } from './context';
import { useDescription } from './description';
import { degrees } from './format';
import { type LaneShown, useLaneShown, useWatch } from './laneShown';

interface LaneCircleProps {
  readonly index: number;
  readonly name: string;
  readonly margin: Margin;
}

/** Where the picked sample would go by its own loss. */
function pushOn(
  { picked, features, y }: Omit<LaneShown, 'now' | 'radius'>,
  now: LaneMoment,
  margin: Margin,
): CircleInput['push'] {
  if (picked === null || !features) return null;
  const [right = 0, up = 0] = pushOf(
    features.subarray(2 * picked, 2 * picked + 2),
    y[picked] ?? 0,
    now,
    margin,
  );
  return [right, up];
}

/** A lane on the hypersphere: its formula, centres and samples brought together, anew for each painting. */
export function LaneCircle({ index, name, margin }: LaneCircleProps) {
  const lab = useLab();
  const words = useWords();
  const shown = useLaneShown(index);
  const watch = useWatch(index);
  const picked = useLabState((state) => state.picked);
  const still = useLabState(({ playing }) => !playing);
  const moved = useLabState(({ byHand }) => (byHand?.[0] === index ? byHand : null));
  const current = useRef(margin);
  current.current = margin;

  const input = useCallback((): CircleInput => {
    const margin = current.current;
    const { now, radius, ...samples } = shown();
    const unnormalised = margin.scale === 'norm*wnorm';
    return {
      ...samples,
      classifier: classifierOf(margin, now, unnormalised ? radius : 1),
      psi: unnormalised ? null : forceNow(margin, now.time).psi,
      rises: findingsOf(settledForce(margin)).some(({ type }) => type === 'rises'),
      push: pushOn(samples, now, margin),
    };
  }, [shown]);
  const paint = useMemo(() => paintCircle(input), [input]);
  const places = useMemo(() => placing(input), [input]);

  const describe = useCallback((): string => {
    const now = input();
    const all = pictures(now);
    const arcs = all.flatMap(({ arc }) => (arc ? [arc.hi - arc.lo] : []));
    const infeasible = now.psi ? all.length - arcs.length : 0;
    const parts = [
      now.count === 0 ? words.noSamplesYet : words.samplesShown(now.count, lab.feed.now.moment.step),
      arcs.length > 0 ? words.arcsShown(degrees(mean(arcs))) : '',
      infeasible > 0 ? words.infeasibleShown(infeasible, all.length) : '',
    ];
    if (now.picked !== null && now.features) {
      const cls = now.y[now.picked] ?? 0;
      const [fx = 0, fy = 0] = now.features.subarray(2 * now.picked, 2 * now.picked + 2);
      const theta = separation(Math.atan2(fy, fx), now.classifier.angles[cls] ?? 0);
      parts.unshift(words.pickedShown(now.picked + 1, now.classes[cls] ?? String(cls), degrees(theta)));
    }
    return parts.filter((part) => part !== '').join('; ');
  }, [input, lab, words]);

  const description = useDescription(describe, margin, picked, moved);

  return (
    <SampleCanvas
      paint={paint}
      placing={places}
      watch={watch}
      picked={picked}
      onPick={lab.pick}
      onPoint={lab.lit.point}
      onKeep={lab.lit.keep}
      still={still}
      lit={() => litClass(lab.lit.getState())}
      onMove={(held, move) => lab.moveByHand(index, held, move)}
      onPutBack={lab.putBack}
      label={words.picture(name)}
      description={description}
      count={shown().count}
    />
  );
}
