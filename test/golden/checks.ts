import { checkBoundaries } from './boundaries';
import { checkCurves } from './curves';
import type { FileName } from './falsify';
import { checkLosses } from './losses';
import { checkMetrics } from './metrics';
import type { Report } from './report';
import type { Files } from './schema';
import { checkTraining } from './training';

/** What is done with each file of a folder. */
const CHECKS: { readonly [Name in FileName]: (file: Files[Name]) => Report } = {
  'losses.json': checkLosses,
  'curves.json': checkCurves,
  'boundaries.json': checkBoundaries,
  'metrics.json': checkMetrics,
  'training.json': checkTraining,
};

/** The report on one file of a folder, or null where it is missing. */
export function check<Name extends FileName>(files: Partial<Files>, name: Name): Report | null {
  const file: Files[Name] | undefined = files[name];
  return file ? CHECKS[name](file) : null;
}
