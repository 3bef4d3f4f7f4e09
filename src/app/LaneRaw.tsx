import { useCallback, useMemo, useRef } from 'react';
import { paintRaw } from '../figures/rawFeatures/paint';
import { placing } from '../figures/rawFeatures/placing';
import type { RawInput } from '../figures/rawFeatures/scene';
import { SampleCanvas } from '../figures/SampleCanvas';
import { linearClassifierOf } from '../lab/laneView';
import { litClass } from '../lab/lit';
import type { Margin } from '../margin/compile';
import { useLab, useLabState, useWords } from './context';
import { useDescription } from './description';
import { significant } from './format';
import { useLaneShown, useWatch } from './laneShown';

interface LaneRawProps {
  readonly index: number;
  readonly name: string;
  readonly margin: Margin;
}

/** A lane in the plane of its raw features: lengths, biases and straight borders kept. */
export function LaneRaw({ index, name, margin }: LaneRawProps) {
  const lab = useLab();
  const words = useWords();
  const shown = useLaneShown(index);
  const watch = useWatch(index);
  const picked = useLabState((state) => state.picked);
  const still = useLabState(({ playing }) => !playing);
  const moved = useLabState(({ byHand }) => (byHand?.[0] === index ? byHand : null));
  const current = useRef(margin);
  current.current = margin;

  const input = useCallback((): RawInput => {
    const { now, ...samples } = shown();
    return { ...samples, classifier: linearClassifierOf(current.current, now) };
  }, [shown]);
  const paint = useMemo(() => paintRaw(input), [input]);
  const places = useMemo(() => placing(input), [input]);

  const describe = useCallback((): string => {
    const { count, picked, features, y, classes } = input();
    const parts = [count === 0 ? words.noSamplesYet : words.samplesShown(count, lab.feed.now.moment.step)];
    if (picked !== null && features) {
      const length = Math.hypot(features[2 * picked] ?? 0, features[2 * picked + 1] ?? 0);
      const cls = y[picked] ?? 0;
      parts.unshift(words.pickedRaw(picked + 1, classes[cls] ?? String(cls), significant(length)));
    }
    return parts.join('; ');
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
      label={words.rawPicture(name)}
      description={description}
      count={shown().count}
    />
  );
}
