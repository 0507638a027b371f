/** How long a UUID is as text. */
const length = 36;

/**
 * Stands for a `jobId` where tens of thousands are kept: 53 bits of its text. Two ids of a file of 50 MB share one by
 * chance in one of some five million files.
 */
export function jobKey(jobId: string): number {
  return jobKeyIn(new TextEncoder().encode(jobId), 0);
}

/** The same of a UUID that starts at `at`. (FNV-1a and a second like it side by side.) */
export function jobKeyIn(bytes: Uint8Array, at: number): number {
  let low = 0x811c9dc5;
  let high = 0x2545f491;
  for (let index = at; index < at + length; index++) {
    const byte = bytes[index] as number;
    low = Math.imul(low ^ byte, 0x01000193);
    high = Math.imul(high ^ byte, 0x5bd1e995);
    high ^= high >>> 15;
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
