import { toDegrees } from '../math/angle';

/** A minus as wide as the digits, and no minus before 0.00; a dash for what is not a number. */
export const decimals = (value: number, digits = 2): string => {
  if (!Number.isFinite(value)) return '–';
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
};
const withUnit = (text: string, unit: string): string => (text === '–' ? text : text + unit);
/** 37.46° as 37.5°. */
export const degrees = (radians: number): string => withUnit(decimals(toDegrees(radians), 1), '°');
export const percent = (share: number): string => withUnit(decimals(100 * share, 1), ' %');

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
