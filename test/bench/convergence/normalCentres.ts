import { normal, stream } from '../../../src/math/random';
import { layout } from '../../../src/train/layout';
import { startFrom } from './startFrom';

/** Centres drawn from a standard normal, lengths and all, as `torch.randn(classes, dim)` draws them. */
export const normalCentres = startFrom((one, { shape, structure }) => {
  const { centres } = layout(shape);
  const random = stream(structure.seed, 'normal centres');
  for (let i = centres.at; i < centres.at + centres.size; i++) one[i] = normal(random);
});
