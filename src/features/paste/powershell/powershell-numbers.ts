const literal =
  /^\s*([+-]?)(?:0x([\da-f]{1,16})|(\d+(?:\.\d*)?|\.\d+)(?:e([+-]?\d{1,4}))?)(?:u?[lsy]|[udn])?([kmgtp]b)?\s*$/i;
const powers = ['kb', 'mb', 'gb', 'tb', 'pb'];

/**
 * A number of PowerShell as JSON. An integer keeps all its digits.
 * @param text such as `10`, `-5L`, `0x1F`, `1.5e3` or `2KB`
 * @returns undefined if the text is not a number
 */
export function numberAsJson(text: string): string | undefined {
  const [all, sign, hex, decimal = '', exponent, unit] = literal.exec(text) ?? [];
  if (all === undefined) return undefined;
  const minus = sign === '-' ? '-' : '';
  const factor = 1024n ** BigInt(powers.indexOf(unit?.toLowerCase() ?? '') + 1);
  if (hex) return minus + String(BigInt(`0x${hex}`) * factor);
  if (unit && /^\d{1,20}$/.test(decimal) && !exponent) return minus + String(BigInt(decimal) * factor);
  if (/^\d+$/.test(decimal) && !exponent && !unit) return minus + (decimal.replace(/^0+(?=\d)/, '') || '0');
  const value = Number(`${decimal}e${exponent ?? 0}`) * Number(factor);
  return Number.isFinite(value) ? minus + String(value) : undefined;
}
