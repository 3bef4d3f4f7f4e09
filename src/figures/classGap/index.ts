import { DEGREE } from '../../math/angle';
import type { Figure } from '../figure';
import { gapFrame, paintGaps } from './paint';
import { sayGaps, sayGapsAt } from './say';
import { gapScene } from './scene';
import { words } from './words';

/** One chart, three behaviours: how much room a margin leaves between two classes, by the distance of their centres. */
export default {
  id: 'classGap',
  text: words,
  menus: [],
  height: (width) => Math.max(230, Math.min(520, 0.62 * width)) + 50,
  show(input, _chosen, language, pointed) {
    const scene = gapScene(input);
    const said = words[language];
    return {
      paint: paintGaps(scene, said, pointed),
      say: () => sayGaps(scene, said),
      pointing: {
        from: 0,
        to: Math.PI,
        step: DEGREE,
        at: (context, x, size, theme) => gapFrame(context, size, theme, scene, said).xAt(x),
        say: (delta) => sayGapsAt(scene, delta, said),
      },
    };
  },
} satisfies Figure;
