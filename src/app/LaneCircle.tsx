import { useCallback, useMemo, useRef } from 'react';
import { Circle } from '../figures/circle/Circle';
import { type CircleInput, pictures } from '../figures/circle/scene';
import { classifierOf, forceNow, laneFeatures, laneMoment, medianLength } from '../lab/laneView';
import { datasetOf } from '../lab/settings';
import type { Margin } from '../margin/compile';
import { diagnose } from '../margin/diagnose';
import { forceAt } from '../margin/force';
import { separation } from '../math/angle';
import { mean } from '../math/quantile';
import { useLab, useLabState, useWords } from './context';
import { degrees } from './format';

/** Names of the classes before the data are there: what the setting says. */
function useClassNames(): readonly string[] {
  const settings = useLabState((state) => state.settings);
  const param = Object.values(datasetOf(settings).params).find(({ type }) => type === 'subset');
  const chosen = Object.values(settings.data).find((value) => typeof value !== 'number');
  return useMemo(() => {
    if (param?.type === 'subset' && chosen) return chosen.map((i) => param.of[i] ?? String(i));
    return Array.from({ length: datasetOf(settings).classCount(settings.data) }, (_, i) => String(i));
  }, [settings, param, chosen]);
}

const NO_LABELS = new Uint8Array(0);

/** Brings a lane's formula, centres and samples together for its circle, anew for each painting. */
export function LaneCircle({
  index,
  name,
  margin,
}: {
  readonly index: number;
  readonly name: string;
  readonly margin: Margin;
}) {
  const lab = useLab();
  const words = useWords();
  const names = useClassNames();
  const picked = useLabState((state) => state.picked);
  const rises = useMemo(() => diagnose(forceAt(margin)).some(({ type }) => type === 'rises'), [margin]);
  // Read when the circle is painted, which a slider or the feed asks for, not React.
  const current = useRef({ margin, names, rises });
  current.current = { margin, names, rises };

  const input = useCallback((): CircleInput => {
    const { margin, names, rises } = current.current;
    const { samples, moment, features, whole } = lab.feed.now;
    const { radii, picked } = lab.store.getState();
    const lanes = moment.times.length;
    const lane = Math.min(index, lanes - 1);
    const now = laneMoment(moment, lane);
    const own = features && laneFeatures(features, lane, lanes);
    const count = samples?.trainCount ?? 0;
    const unnormalised = margin.scale === 'norm*wnorm';
    const r = (): number => {
      const chosen = radii[index];
      if (chosen) return chosen;
      return whole ? medianLength(whole, lane, count) : 1;
    };
    return {
      classifier: classifierOf(margin, now, unnormalised ? r() : 1),
      psi: unnormalised ? null : forceNow(margin, now.time).psi,
      rises,
      classes: samples?.classes ?? names,
      features: own,
      y: samples?.y ?? NO_LABELS,
      count: own ? count : 0,
      picked,
    };
  }, [lab, index]);

  const watch = useCallback(
    (repaint: () => void) => {
      const stops = [lab.feed.subscribe(repaint), lab.store.subscribe(repaint)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [lab],
  );

  const describe = (): string => {
    const shown = input();
    const all = pictures(shown);
    const arcs = all.flatMap(({ arc }) => (arc ? [arc.hi - arc.lo] : []));
    const infeasible = shown.psi ? all.length - arcs.length : 0;
    const parts = [
      shown.count === 0 ? words.noSamplesYet : words.samplesShown(shown.count, lab.feed.now.moment.step),
      arcs.length > 0 ? words.arcsShown(degrees(mean(arcs))) : '',
      infeasible > 0 ? words.infeasibleShown(infeasible, all.length) : '',
    ];
    if (shown.picked !== null && shown.features) {
      const cls = shown.y[shown.picked] ?? 0;
      const [fx = 0, fy = 0] = shown.features.subarray(2 * shown.picked, 2 * shown.picked + 2);
      const theta = separation(Math.atan2(fy, fx), shown.classifier.angles[cls] ?? 0);
      parts.unshift(words.pickedShown(shown.picked + 1, shown.classes[cls] ?? String(cls), degrees(theta)));
    }
    return parts.filter((part) => part !== '').join('; ');
  };

  return (
    <Circle
      input={input}
      watch={watch}
      onPick={lab.pick}
      label={words.picture(name)}
      describe={describe}
      picked={picked}
    />
  );
}
