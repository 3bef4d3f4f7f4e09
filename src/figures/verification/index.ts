import { DEGREE } from '../../math/angle';
import type { Figure } from '../figure';
import { paintVerification } from './paint';
import { heightFor, thresholdAt } from './place';
import { sayAt, sayVerification } from './say';
import { verificationScene } from './scene';
import { verifiedBy, whoseOf } from './verified';
import { words } from './words';

/** Are two samples of one class? Asked of classes that were never trained, and of the test split. */
export default {
  id: 'verification',
  text: words,
  menus: [
    {
      id: 'whose',
      text: { en: words.en.whose, ko: words.ko.whose },
      offers: (_, language) => [
        { value: 'heldOut', label: words[language].pairsOf.heldOut },
        { value: 'test', label: words[language].pairsOf.test },
      ],
    },
  ],
  height: heightFor,
  prepare: (input, chosen, lane) => void verifiedBy(input.lanes[lane]?.now ?? null, input, whoseOf(chosen)),
  show(input, chosen, language, pointed) {
    const scene = verificationScene(input, chosen, pointed);
    const said = words[language];
    return {
      paint: paintVerification(scene, said),
      say: () => sayVerification(scene, said),
      pointing: {
        from: 0,
        to: Math.PI,
        step: DEGREE,
        rest: scene.threshold,
        at: (_context, x, size) => thresholdAt(x, size, scene),
        say: (theta) => sayAt(verificationScene(input, chosen, theta), said),
      },
    };
  },
} satisfies Figure;
