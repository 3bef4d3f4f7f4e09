export { decimals, degrees, percent } from '../draw/format';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** 5.7·10³² */
function power(value: number): string {
  const [mantissa, exponent = ''] = value.toExponential(1).split('e+');
  return `${mantissa}·10${[...exponent].map((digit) => SUPERSCRIPTS[Number(digit)]).join('')}`;
}

/** Three significant digits; in powers of ten only what is far too large. */
export const significant = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 1e5) return power(value);
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3);
};
