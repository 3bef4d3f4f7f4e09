import { degrees, percent } from '../../draw/format';
import type { Course, DistributionScene } from './scene';
import type { DistributionWords } from './words';

/** The lanes that have samples. */
const coursesOf = ({ rows }: DistributionScene): { name: string; course: Course }[] =>
  rows.flatMap(({ name, course }) => (course ? [{ name, course }] : []));

/** The figure in words. */
export function sayDistributions(scene: DistributionScene, words: DistributionWords): string[] {
  const courses = coursesOf(scene);
  const first = courses[0]?.course;
  if (!first) return [words.none];
  const all = courses.map(({ name, course: { start, middle, now } }) =>
    [
      words.own(name, degrees(start.own.mean), degrees(middle.own.mean), degrees(now.own.mean)),
      words.nearest(degrees(now.nearest.mean)),
    ].join('; '),
  );
  return [...all, words.steps(first.start.step, first.middle.step, first.now.step)];
}

/** How many samples are within an angle. */
export const sayWithin = (scene: DistributionScene, theta: number, words: DistributionWords): string =>
  [
    words.at(degrees(theta)),
    ...coursesOf(scene).map(({ name, course }) => {
      const { own, nearest } = course.within(theta);
      return words.within(name, percent(own), percent(nearest));
    }),
  ].join('; ');
