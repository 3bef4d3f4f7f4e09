import { once } from '../../math/keep';
import type { Figure } from '../figure';
import { paintPlane } from './paint';
import { planeHeight } from './place';
import { sayPlane } from './say';
import { planeScene, preparePlane } from './scene';
import { words } from './words';

/** ArcFace, Fig. 5: where each of two classes is right by its margin, by the angles to both centres. */
export default {
  id: 'decisionPlane',
  text: words,
  menus: [
    {
      id: 'first',
      text: { en: words.en.first, ko: words.ko.first },
      offers: ({ classes }, language) =>
        classes.map((name, i) => ({ value: String(i), label: words[language].offer(name) })),
    },
    {
      id: 'second',
      text: { en: words.en.second, ko: words.ko.second },
      offers: ({ classes }, language, { first }) => {
        // The neighbour is offered first: class 1 is beside class 0 where centres start evenly.
        const after = classes.map((_, i) => (Number(first) + 1 + i) % classes.length);
        return after
          .filter((cls) => String(cls) !== first)
          .map((cls) => ({ value: String(cls), label: words[language].offer(classes[cls] ?? '') }));
      },
    },
  ],
  height: planeHeight,
  prepare: preparePlane,
  show(input, chosen, language) {
    const scene = once(() => planeScene(input, chosen));
    return {
      paint: (...canvas) => paintPlane(scene(), words[language])(...canvas),
      say: () => sayPlane(scene(), words[language]),
      pointing: null,
    };
  },
} satisfies Figure;
