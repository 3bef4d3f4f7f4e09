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

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const superscript = (digits: string): string =>
  [...digits].map((digit) => (digit === '-' ? '⁻' : SUPERSCRIPTS[Number(digit)])).join('');
/** 10⁻³ */
export const powerOfTen = (exponent: number): string => `10${superscript(String(exponent))}`;
/** Three digits that count, of a number 0 or more: 12.3, 0.123, 1.23·10⁻⁵. */
export const threeDigits = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  const exponent = Math.floor(Math.log10(value));
  if (exponent < -3 || exponent > 4) {
    const [mantissa = '', power = '0'] = value.toExponential(2).split('e');
    return `${mantissa}·${powerOfTen(Number(power))}`;
  }
  return value.toFixed(Math.max(0, 2 - exponent));
};
