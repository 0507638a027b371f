import { withoutTrailingZeros } from './digits.ts';

/** What the digits of a JSON number say, judged as written: no rounding, and no exponent is expanded. */
export interface IntegerLiteral {
  readonly negative: boolean;
  /** The absolute value's digits, without leading zeros; undefined where they would be more than 19. */
  readonly digits: string | undefined;
}

const literal = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
/** 2^63 has 19 digits: whatever has more lies outside int64. */
const mostDigits = 19;

/**
 * Reads a JSON number that is an integer: `10`, `10.0` and `1e1` are, `10.5` is not.
 * `1e999999999` is answered at once, from its exponent alone.
 * @returns undefined where the number is no integer.
 */
export function parseInteger(text: string): IntegerLiteral | undefined {
  const match = literal.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const all = (whole + fraction).replace(/^0+/, '');
  const significant = withoutTrailingZeros(all);
  const negative = sign === '-' && significant !== '';
  if (significant === '') return { negative, digits: '0' };
  // The value is `significant` with this many zeros behind it, or, where negative, with so many digits behind the point.
  const zeros = Number(exponent) - fraction.length + (all.length - significant.length);
  if (zeros < 0) return undefined;
  if (significant.length + zeros > mostDigits) return { negative, digits: undefined };
  return { negative, digits: significant + '0'.repeat(zeros) };
}

/** Whether the integer fits a signed 64-bit number, as the API's `int64` wants. */
export function isInt64({ negative, digits }: IntegerLiteral): boolean {
  return digits !== undefined && !isAbove(digits, negative ? '9223372036854775808' : '9223372036854775807');
}

/** Whether JavaScript and others that read JSON numbers as doubles keep the integer exactly: up to 2^53 - 1. */
export function isSafe({ digits }: IntegerLiteral): boolean {
  return digits !== undefined && !isAbove(digits, '9007199254740991');
}

function isAbove(digits: string, limit: string): boolean {
  return digits.length === limit.length ? digits > limit : digits.length > limit.length;
}
