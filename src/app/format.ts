import { toDegrees } from '../math/angle';

/** 37.46° as 37.5°; a dash for what is not a number. */
export const degrees = (radians: number): string =>
  Number.isFinite(radians) ? `${toDegrees(radians).toFixed(1)}°` : '–';
export const percent = (share: number): string =>
  Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '–';
/** Three significant digits, never in powers of ten. */
export const significant = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3);
};
