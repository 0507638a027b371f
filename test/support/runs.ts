/**
 * How much of the random work the unit tests do: 1 is the share of `npm test`. The nightly run does more, and mutation
 * testing, which runs the tests thousands of times, does less.
 */
const share = Number(process.env.BACKUP_RESPONSE_RUNS || 1);
if (!(share > 0)) throw new Error('BACKUP_RESPONSE_RUNS must be a number above 0, such as 10 or 0.1.');

/** @param count how often `npm test` runs a test with random input */
export function runs(count: number): number {
  return Math.max(1, Math.round(count * share));
}
