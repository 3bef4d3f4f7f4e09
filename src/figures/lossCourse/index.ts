import type { Figure } from '../figure';
import { paintCourse } from './paint';
import { courseFrames, onAxis, stepAt } from './place';
import { sayCourse, sayCourseAt, sayMissingFloors } from './say';
import { courseScene } from './scene';
import { words } from './words';

/** How loss and accuracy came to be what they are, and how far from the least possible the loss still is. */
export default {
  id: 'lossCourse',
  text: words,
  menus: [
    {
      id: 'axis',
      text: { en: words.en.axis, ko: words.ko.axis },
      offers: (_, language) => [
        { value: 'linear', label: words[language].axes.linear },
        { value: 'log', label: words[language].axes.log },
      ],
    },
  ],
  height: (width) => Math.max(290, Math.min(560, 0.7 * width)) + 50,
  show(input, chosen, language, pointed) {
    const scene = courseScene(input, chosen);
    const said = words[language];
    const notes = sayMissingFloors(scene, said).length;
    return {
      paint: paintCourse(scene, said, pointed),
      say: () => sayCourse(scene, said),
      pointing:
        scene.step === null
          ? null
          : {
              from: 0,
              to: onAxis(scene, scene.to),
              step: onAxis(scene, scene.to) / 100,
              at: (context, x, size, theme) =>
                courseFrames(context, size, theme, scene, notes, said).loss.xAt(x),
              announce: (value) => stepAt(scene, value),
              say: (value) => sayCourseAt(scene, stepAt(scene, value), said),
            },
    };
  },
} satisfies Figure;
