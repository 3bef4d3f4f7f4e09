import { expect, test } from 'vitest';
import { decimals, degrees, percent, powerOfTen, threeDigits } from '../../src/draw/format';
import { DEGREE } from '../../src/math/angle';

test('A number has one minus, as wide as the digits, and none before zeros', () => {
  expect(decimals(-0.305, 1)).toBe('−0.3');
  expect(degrees(-30.74 * DEGREE)).toBe('−30.7°');
  for (const rounded of [decimals(-0.004), decimals(-0), degrees(-0.04 * DEGREE), percent(-0.0004)])
    expect(rounded).toMatch(/^0\.0/);
  expect(powerOfTen(-12)).toBe('10⁻¹²');
});

test('What is not a number is a dash, without a unit', () => {
  for (const none of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
    for (const format of [decimals, degrees, percent, threeDigits]) expect(format(none)).toBe('–');
});

test('Three digits count, whatever the size of a number', () => {
  for (const [value, text] of [
    [0, '0'],
    [0.12345, '0.123'],
    [12.345, '12.3'],
    [123.45, '123'],
    [1.2345e-5, '1.23·10⁻⁵'],
    [6.789e7, '6.79·10⁷'],
  ] as const)
    expect(threeDigits(value)).toBe(text);
});
