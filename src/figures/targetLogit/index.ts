import { DEGREE } from '../../math/angle';
import { once } from '../../math/keep';
import type { Figure } from '../figure';
import { logitFrame, paintLogit } from './paint';
import { sayLogit, sayLogitAt } from './say';
import { logitScene, prepareLogit, rangeOf } from './scene';
import { words } from './words';

/** ArcFace, Fig. 4b: what each loss puts in the place of cosθ. */
export default {
  id: 'targetLogit',
  text: words,
  menus: [
    {
      id: 'curve',
      text: { en: words.en.curve, ko: words.ko.curve },
      offers: (_, language) => [
        { value: 'psi', label: words[language].curves.psi },
        { value: 'slope', label: words[language].curves.slope },
      ],
    },
    {
      id: 'range',
      text: { en: words.en.range, ko: words.ko.range },
      offers: (_, language) => [
        { value: 'whole', label: words[language].ranges.whole },
        { value: 'paper', label: words[language].ranges.paper },
      ],
    },
  ],
  height: (width, lanes) => Math.max(190, Math.min(460, 0.5 * width)) + lanes * 22 + 56,
  prepare: prepareLogit,
  show(input, chosen, language, pointed) {
    const scene = once(() => logitScene(input, chosen));
    const said = words[language];
    const [from, to] = rangeOf(chosen);
    return {
      paint: (...canvas) => paintLogit(scene(), said, pointed)(...canvas),
      say: () => sayLogit(scene(), said),
      pointing: {
        from,
        to,
        step: DEGREE,
        at: (context, x, size, theme) => logitFrame(context, size, theme, scene(), said).xAt(x),
        say: (theta) => sayLogitAt(input, chosen, theta, said),
      },
    };
  },
} satisfies Figure;
