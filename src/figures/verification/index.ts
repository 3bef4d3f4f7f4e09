import { DEGREE } from '../../math/angle';
import type { Figure } from '../figure';
import { paintVerification } from './paint';
import { heightFor, thresholdAt } from './place';
import { sayAt, sayVerification } from './say';
import { verificationScene } from './scene';
import { words } from './words';

/** Are two samples of one class? Asked of classes that were never trained, with a threshold that can be moved. */
export default {
  id: 'verification',
  text: words,
  menus: [],
  height: heightFor,
  show(input, _chosen, language, pointed) {
    const scene = verificationScene(input, pointed);
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
        say: (theta) => sayAt(verificationScene(input, theta), said),
      },
    };
  },
} satisfies Figure;
