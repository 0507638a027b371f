/**
 * A number that stands for a `jobId` where tens of thousands are kept: a hash of 53 bits, cyrb53 by bryc. By chance, two
 * ids of a 50 MB file have the same key in one of about five million files.
 */
export function jobKey(jobId: string): number {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < jobId.length; at++) {
    const char = jobId.charCodeAt(at);
    low = Math.imul(low ^ char, 0x9e3779b1);
    high = Math.imul(high ^ char, 0x5f356495);
  }
  low = mixed(low) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high = mixed(high) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}

function mixed(half: number): number {
  return Math.imul(half ^ (half >>> 16), 0x85ebca6b);
}
