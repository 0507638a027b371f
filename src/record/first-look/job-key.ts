/** Where a UUID has four digits together: these are all its digits. */
const words = [0, 4, 9, 14, 19, 24, 28, 32];

/**
 * A number that stands for a `jobId`, a UUID, where tens of thousands are kept: 53 bits of its hash. By chance, two ids
 * of a 50 MB file have the same key in one of about five million files. It is made of two FNV-1a hashes side by side, a
 * word at a time, as in `assembly/values.ts`.
 */
export function jobKey(jobId: string): number {
  let low = 0x811c9dc5;
  let high = 0x2545f491;
  for (const at of words) {
    const word = wordAt(jobId, at);
    low = Math.imul(low ^ word, 0x01000193);
    low ^= low >>> 13;
    high = Math.imul(high ^ word, 0x5bd1e995);
    high ^= high >>> 15;
  }
  return keyOf(low, high);
}

/** Two halves as one number; two zeros are 0. */
export function keyOf(low: number, high: number): number {
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

/** Four characters of ASCII as a number. */
function wordAt(text: string, at: number): number {
  let word = 0;
  for (let index = 3; index >= 0; index--) word = (word << 8) | text.charCodeAt(at + index);
  return word;
}
