import type { InputFile, Shape } from './input.ts';
import type { Mode } from './modes.ts';

/** How the cost of a shape grows in a mode. */
export interface Growth {
  /** The size of the larger of two inputs, in bytes, and its cost: CPU time in milliseconds. */
  readonly bytes: number;
  readonly milliseconds: number;
  /** By which power of its length the cost grows; undefined if it is too small to tell. */
  readonly exponent: number | undefined;
}

/** Above this exponent, the cost does not grow with the text, but with the text times something in it. */
export const maxExponent = 1.35;

/** Each input is this many times as long as the one before it. */
const step = 4;
/** The lengths of the inputs, in bytes. The editor checks no single value above a million. */
const lengths = [15_600, 62_500, 250_000];
/** Work that takes this long, in milliseconds, is not measured with longer inputs, and not often. */
const long = 1_000;
/** Work that takes this long is not measured again: chance does not add so much. */
const tooLong = 10_000;
/** How much longer the inputs are that decide: where memory caches are outgrown, time leaps once, and not again. */
const factors = [1, 2, 4];
/** Work that takes less, in milliseconds, cannot be told from the work of the engine around it. */
const negligible = 5;
/** Work that takes longer, in milliseconds, is measured once at first. */
const fewRuns = 50;
/** How long the code is warmed up, in milliseconds. */
const warmUpTime = 30;

/**
 * Measures with longer and longer inputs, until one takes long enough. A cost that seems to grow too fast is measured again,
 * more often and with inputs up to four times as long, and the least exponent counts.
 */
export function growthOf(make: ReturnType<typeof inputsOf>, mode: Mode): Growth {
  warmUp(mode(make(lengths[0] ?? 0)));
  let [before, last] = [Number.NaN, Number.NaN];
  let length = 0;
  for (length of lengths) {
    before = last;
    last = timeOf(mode(make(length)), 1);
    if (last > long && !Number.isNaN(before)) break;
  }
  let exponent = exponentOf(before, last);
  for (const factor of last > long ? [1] : factors) {
    if (exponent <= maxExponent || last < negligible || last > tooLong) break;
    const count = last > long ? 2 : 3;
    const [small = 0, large = 0] = [length / step, length].map((one) => timeOf(mode(make(one * factor)), count));
    exponent = Math.min(exponent, exponentOf(small, large));
    last = Math.min(last, large);
  }
  return { bytes: sizeOf(make(length)), milliseconds: last, exponent: last < negligible ? undefined : exponent };
}

function exponentOf(before: number, last: number): number {
  return Math.log(last / before) / Math.log(step);
}

/** Makes the input of about so many bytes, once for all modes: first it is found out how long a unit is. */
export function inputsOf(shape: Shape): (length: number) => readonly InputFile[] {
  const few = 16;
  const perUnit = (sizeOf(shape(few * 2)) - sizeOf(shape(few))) / few;
  const made = new Map<number, readonly InputFile[]>();
  return (length) => {
    const input = made.get(length) ?? shape(Math.max(few, Math.round(length / perUnit)));
    made.set(length, input);
    return input;
  };
}

function sizeOf(files: readonly InputFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

/** Until the code is compiled. */
function warmUp(run: () => unknown): void {
  let spent = 0;
  for (let count = 0; count < 20 && spent < warmUpTime; count++) spent += cpuTime(run);
}

/** The least of some runs: other programs and the collection of garbage only ever add to a time. A short run is repeated. */
function timeOf(run: () => unknown, least: number): number {
  let time = cpuTime(run);
  const count = time < fewRuns ? 3 : least;
  for (let done = 1; done < count; done++) time = Math.min(time, cpuTime(run));
  return time;
}

/** In milliseconds, of this process alone, whatever else runs. */
function cpuTime(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
