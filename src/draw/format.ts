import { toDegrees } from '../math/angle';

/** 37.46° as 37.5°; a dash for what is not a number. */
export const degrees = (radians: number): string =>
  Number.isFinite(radians) ? `${toDegrees(radians).toFixed(1)}°` : '–';
export const percent = (share: number): string =>
  Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '–';
/** A minus as wide as the digits, and no minus before 0.00. */
export const decimals = (value: number, digits = 2): string => {
  if (!Number.isFinite(value)) return '–';
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
};
