import { percent, threeDigits } from '../../draw/format';
import { type CourseLane, type CourseScene, pointAt } from './scene';
import type { CourseWords } from './words';

/** Why some lanes have no floor, a sentence for each reason. */
export const sayMissingFloors = ({ lanes }: CourseScene, words: CourseWords): string[] =>
  (['lengths', 'sphere', 'aside'] as const).flatMap((reason) => {
    const names = lanes.flatMap(({ name, floor }) => (floor.type === reason ? [name] : []));
    return names.length > 0 ? [words.noFloor[reason](names.join(', '))] : [];
  });

function sayLane({ name, points, marks, floor }: CourseLane, words: CourseWords): string[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return floor.type === 'floor' ? [words.floorOf(name, threeDigits(floor.loss))] : [];
  const parts = [
    words.now(name, threeDigits(last.loss), percent(last.accuracy), percent(last.testAccuracy)),
    ...(floor.type === 'floor' ? [words.floor(threeDigits(floor.loss))] : []),
    ...(first.step < last.step ? [words.fell(threeDigits(first.loss), first.step)] : []),
    ...marks.map(({ moved, step }) => words.changed(moved.join(', ') || words.otherLoss, step)),
  ];
  return [parts.join('; ')];
}

/** The figure in words. */
export const sayCourse = (scene: CourseScene, words: CourseWords): string[] => [
  ...(scene.step === null ? [words.none] : []),
  ...scene.lanes.flatMap((lane) => sayLane(lane, words)),
  ...sayMissingFloors(scene, words),
  ...(scene.step === null ? [] : [words.lastStep(scene.step)]),
  ...(scene.back === null ? [] : [words.back(sayCourseAt(scene, scene.back, words))]),
];

export const sayLossAt = (lane: CourseLane, step: number): string =>
  threeDigits(pointAt(lane, step)?.loss ?? Number.NaN);

/** One lane at a step, for its crosshair. */
export function sayLaneAt(lane: CourseLane, step: number, words: CourseWords): string {
  const point = pointAt(lane, step);
  if (!point) return `${lane.name} –`;
  return words.reading(lane.name, threeDigits(point.loss), percent(point.accuracy));
}

/** What stood there at a step. */
export const sayCourseAt = (scene: CourseScene, step: number, words: CourseWords): string =>
  [words.at(step), ...scene.lanes.map((lane) => sayLaneAt(lane, step, words))].join('; ');
