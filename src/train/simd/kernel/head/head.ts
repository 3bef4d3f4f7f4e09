import { sum } from '../fours';
import { ROW, TILE } from '../sizes';
import { meetOwn, normalise } from './angle';
import { closeClasses, openClasses } from './centres';
import { pull } from './pull';
import { CENTRE, FOUR } from './records';
import { softmax } from './softmax';

/**
 * The margin head of one lane, forward and backward, four samples at a time, as margin/head.ts has it in double
 * precision: half chords instead of trigonometry, the own class's angle through its curve, the others' cosines as they
 * are.
 *
 * `loss` is a record (records.ts); `e` and `byE` are panels [rows, dim]; labels [rows] are whole numbers; centres and
 * their gradients are followed by biases; `scratch` has room for FOUR and `count` times CLASS.
 * @returns the mean loss, nats
 */
export function head(
  loss: usize,
  e: usize,
  labels: usize,
  batch: i32,
  centres: usize,
  count: i32,
  dim: usize,
  byE: usize,
  byCentres: usize,
  scratch: usize,
): f32 {
  const four = scratch;
  const classes = scratch + FOUR;
  const biases = centres + (count as usize) * CENTRE;
  const share = f32x4.splat((1 as f32) / (batch as f32));
  let losses = f32x4.splat(0);
  // Which samples of the batch they are.
  let number = i32x4(0, 1, 2, 3);
  openClasses(centres, classes, count, dim);
  for (let i = 0; i < batch; i += TILE as i32) {
    const own = v128.load(labels);
    const within = i32x4.lt_s(number, i32x4.splat(batch));
    normalise(e, dim, four);
    meetOwn(loss, own, classes, dim, four);
    losses = f32x4.add(losses, v128.and(softmax(loss, own, classes, count, biases, dim, four), within));
    pull(loss, own, classes, count, dim, v128.and(share, within), four, byE);
    e += TILE * ROW;
    byE += TILE * ROW;
    labels += TILE * 4;
    number = i32x4.add(number, i32x4.splat(TILE as i32));
  }
  closeClasses(loss, classes, count, dim, byCentres);
  return sum(losses) / (batch as f32);
}
