import { DEGREE } from '../../math/angle';
import type { Figure } from '../figure';
import { paintDistributions, rowFrame } from './paint';
import { sayDistributions, sayWithin } from './say';
import { distributionScene } from './scene';
import { words } from './words';

/** ArcFace, Fig. 4a: angles of samples to their own centre and to the nearest other, from start to end. */
export default {
  id: 'angleDistributions',
  text: words,
  menus: [
    {
      id: 'range',
      text: { en: words.en.range, ko: words.ko.range },
      offers: (_, language) => [
        { value: 'whole', label: words[language].ranges.whole },
        { value: 'half', label: words[language].ranges.half },
      ],
    },
  ],
  height: (width, lanes) => lanes * Math.max(58, Math.min(120, width / 7)) + 50,
  show(input, chosen, language, pointed) {
    const scene = distributionScene(input, chosen);
    const said = words[language];
    return {
      paint: paintDistributions(scene, said, pointed),
      say: () => sayDistributions(scene, said),
      pointing: {
        from: 0,
        to: scene.to,
        step: DEGREE,
        at: (_context, x, size) => rowFrame(size, scene, 0, said).xAt(x),
        say: (theta) => sayWithin(scene, theta, said),
      },
    };
  },
} satisfies Figure;
