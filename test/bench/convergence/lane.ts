import { lossById } from '../../../src/losses';
import { defaultConfig, type LaneConfig, type Setting } from '../../../src/margin/loss';

/** A lane with a name for the tables. */
export interface NamedLane {
  readonly name: string;
  readonly config: LaneConfig;
}

/** A loss of the shelf with some of its values and choices set; the others as the page has them. */
export function lane(
  name: string,
  id: string,
  values: LaneConfig['values'] = {},
  options: LaneConfig['options'] = {},
  classes = 8,
  dim: Setting['dim'] = 2,
): NamedLane {
  const loss = lossById(id);
  if (!loss) throw new Error(`the shelf has no ${id}`);
  const usual = defaultConfig(loss, { classes, dim });
  return {
    name,
    config: {
      ...usual,
      values: { ...usual.values, ...values },
      options: { ...usual.options, ...options },
    },
  };
}
