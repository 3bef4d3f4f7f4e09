import { useCallback, useMemo, useRef } from 'react';
import { GlobeCanvas } from '../figures/globe/GlobeCanvas';
import { paintGlobe } from '../figures/globe/paint';
import { placing } from '../figures/globe/placing';
import { type GlobeInput, isUnfinished, PATIENCE, trace } from '../figures/globe/scene';
import { forceNow, pushOf, sphereClassifierOf } from '../lab/laneView';
import { litClass } from '../lab/lit';
import type { Margin } from '../margin/compile';
import { findingsOf } from '../margin/diagnose';
import { settledForce } from '../margin/force';
import { winnerAt } from '../margin/sphere';
import { mean } from '../math/quantile';
import { angleTo, dot, rowOf, unit } from '../math/vector';
import { FRONT, facing, frameOf } from '../math/viewpoint';
import { useLab, useLabState, useWords } from './context';
import { useDescription } from './description';
import { degrees } from './format';
import { type LaneShown, useLaneShown, useWatch } from './laneShown';

interface LaneGlobeProps {
  readonly index: number;
  readonly name: string;
  readonly margin: Margin;
}

/** A sample further than this from the middle of the front is turned there when keys pick it: the cosine. */
const IN_SIGHT = 0.7;

/** What decides between the classes of a lane now; the same object for as long as nothing of it has changed. */
function useClassifier(): (shown: LaneShown, margin: Margin) => GlobeInput['classifier'] {
  const last = useRef<{ readonly key: readonly unknown[]; readonly classifier: GlobeInput['classifier'] }>(
    null,
  );
  return useCallback(({ now, radius }, margin) => {
    const { scale, bias } = margin;
    const r = scale === 'norm*wnorm' ? radius : 1;
    // Every snapshot brings centres of its own.
    const key = [now.centres.buffer, now.centres.byteOffset, scale, bias, r];
    if (last.current?.key.every((part, k) => part === key[k])) return last.current.classifier;
    const classifier = sphereClassifierOf(margin, now, r);
    last.current = { key, classifier };
    return classifier;
  }, []);
}

/** A lane on the sphere: its formula, centres and samples brought together, anew for each painting. */
export function LaneGlobe({ index, name, margin }: LaneGlobeProps) {
  const lab = useLab();
  const words = useWords();
  const shown = useLaneShown(index);
  const watch = useWatch(index);
  const picked = useLabState((state) => state.picked);
  const still = useLabState(({ playing }) => !playing);
  const moved = useLabState(({ byHand }) => (byHand?.[0] === index ? byHand : null));
  const classifierOf = useClassifier();
  const current = useRef(margin);
  current.current = margin;

  const input = useCallback((): GlobeInput => {
    const margin = current.current;
    const all = shown();
    const { now, radius: _, ...samples } = all;
    const { features, y, picked } = samples;
    const x = picked !== null && features?.subarray(3 * picked, 3 * picked + 3);
    return {
      ...samples,
      classifier: classifierOf(all, margin),
      psi: margin.scale === 'norm*wnorm' ? null : forceNow(margin, now.time).psi,
      rises: findingsOf(settledForce(margin)).some(({ type }) => type === 'rises'),
      push: x ? rowOf(pushOf(x, y[picked] ?? 0, now, margin), 0) : null,
      viewpoint: lab.store.getState().viewpoint,
    };
  }, [shown, classifierOf, lab]);
  const paint = useMemo(() => paintGlobe(input), [input]);
  const places = useMemo(() => placing(input), [input]);

  const describe = useCallback((): string | null => {
    const now = input();
    const nameOf = (cls: number): string => now.classes[cls] ?? String(cls);
    const traced = trace(now, PATIENCE);
    if (isUnfinished(traced, now.classifier)) return null;
    const { caps } = traced;
    const reaches = caps.flatMap(({ reach }) => (reach ? [mean(reach)] : []));
    const infeasible = caps.length - reaches.length;
    const parts = [
      now.count === 0 ? words.noSamplesYet : words.samplesShown(now.count, lab.feed.now.moment.step),
      words.facing(nameOf(winnerAt(now.classifier, frameOf(now.viewpoint).towards))),
      reaches.length > 0 ? words.capsShown(degrees(mean(reaches))) : '',
      infeasible > 0 ? words.infeasibleShown(infeasible, caps.length) : '',
    ];
    if (now.picked !== null && now.features) {
      const cls = now.y[now.picked] ?? 0;
      const theta = angleTo(
        unit(rowOf(now.features, now.picked)),
        unit(now.classifier.weights[cls] ?? [0, 0, 1]),
      );
      parts.unshift(words.pickedShown(now.picked + 1, nameOf(cls), degrees(theta)));
    }
    return parts.filter((part) => part !== '').join('; ');
  }, [input, lab, words]);

  const reveal = useCallback(
    (sample: number | null): void => {
      const { features, viewpoint } = input();
      if (sample === null || !features) return;
      const place = unit(rowOf(features, sample));
      if (dot(place, frameOf(viewpoint).towards) < IN_SIGHT) lab.turn(facing(place));
    },
    [input, lab],
  );

  // Rendered anew when another class comes to the front, not by every turn.
  const front = useLabState(({ viewpoint }) =>
    winnerAt(classifierOf(shown(), margin), frameOf(viewpoint).towards),
  );
  const away = useLabState(({ viewpoint }) => viewpoint !== FRONT);
  const description = useDescription(describe, margin, `${picked} ${front}`, moved);

  return (
    <div className="globe-box">
      <GlobeCanvas
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
        viewpoint={() => lab.store.getState().viewpoint}
        onTurn={lab.turn}
        onReveal={reveal}
        label={words.globe(name)}
        description={description}
        count={shown().count}
      />
      {away && (
        <button
          type="button"
          className="globe-reset"
          aria-label={words.resetViewOf(name)}
          onClick={() => lab.turn(FRONT)}
        >
          {words.resetView}
        </button>
      )}
    </div>
  );
}
