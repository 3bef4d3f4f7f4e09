import { sum, TINY } from '../fours';
import { BIAS, BY_BIAS, CENTRE, CLASS, PULL, SIZE, STRETCH, UNIT, WNORM } from './records';

/** Before any sample: every class's ŵ and ‖w‖, and sums of 0. */
export function openClasses(centres: usize, classes: usize, count: i32, dim: usize): void {
  for (let j = 0; j < count; j++, centres += CENTRE, classes += CLASS) {
    memory.fill(classes, 0, CLASS);
    let squares: f32 = 0;
    for (let k: usize = 0; k < dim; k++) squares += load<f32>(centres + k * 4) * load<f32>(centres + k * 4);
    const root: f32 = sqrt<f32>(squares);
    const size: f32 = root < TINY ? TINY : root;
    for (let k: usize = 0; k < dim; k++) store<f32>(classes + k * 4, load<f32>(centres + k * 4) / size, UNIT);
    store<f32>(classes, size, SIZE);
  }
}

/** After all samples: the gradients by centres and biases. */
export function closeClasses(loss: usize, classes: usize, count: i32, dim: usize, byCentres: usize): void {
  const wnorm = load<f32>(loss, WNORM);
  const biased = load<f32>(loss, BIAS);
  let byBiases = byCentres + (count as usize) * CENTRE;
  for (let j = 0; j < count; j++, classes += CLASS, byCentres += CENTRE, byBiases += 4) {
    const stretch: f32 = wnorm * sum(v128.load(classes, STRETCH));
    for (let k: usize = 0; k < dim; k++) {
      const sideways = sum(v128.load(classes + k * 16, PULL));
      const along: f32 = stretch * load<f32>(classes + k * 4, UNIT);
      store<f32>(byCentres + k * 4, (sideways + along) / load<f32>(classes, SIZE));
    }
    store<f32>(byBiases, biased * sum(v128.load(classes, BY_BIAS)));
  }
}
