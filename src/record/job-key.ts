/** Where in a UUID four digits stand together: they are all of its digits. */
const words = [0, 4, 9, 14, 19, 24, 28, 32];

/**
 * Stands for a `jobId`, a UUID, where tens of thousands are kept: 53 bits of its text. Two ids of a file of 50 MB share
 * one by chance in one of some five million files. It is FNV-1a, and a second hash like it side by side, a word at a
 * time; `assembly/values.ts` has the same.
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

/** Two halves as one number; 0 of two zeros. */
export function keyOf(low: number, high: number): number {
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

/** Four characters of ASCII as a number. */
function wordAt(text: string, at: number): number {
  let word = 0;
  for (let index = 3; index >= 0; index--) word = (word << 8) | text.charCodeAt(at + index);
  return word;
}
