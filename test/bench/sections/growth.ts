import type { Cell } from '../children/growth.ts';
import { maxExponent } from '../growth/measure.ts';
import { modes } from '../growth/modes.ts';
import { isMeasured, shapes } from '../growth/shapes.ts';
import { table } from '../markdown.ts';
import { inFreshProcess } from '../processes.ts';

/** The names that choose shapes and modes; all of them where none is chosen. */
export const growthNames: ReadonlySet<string> = new Set([...Object.keys(shapes), ...Object.keys(modes)]);

/**
 * By which power of an input's length the cost of each mode grows, for each shape. A cell that grows too fast makes the
 * program fail.
 */
export function growth(names: readonly string[]): string {
  const chosenOf = (all: object): string[] => {
    const chosen = Object.keys(all).filter((name) => names.includes(name));
    return chosen.length > 0 ? chosen : Object.keys(all);
  };
  const chosenModes = chosenOf(modes);
  const cells = chosenOf(shapes).flatMap((shape) => {
    const start = Date.now();
    const ownModes = chosenModes.filter((mode) => isMeasured(shape, mode));
    if (ownModes.length === 0) return [];
    const own = measured(shape, ownModes);
    console.error(`  ${shape}: ${((Date.now() - start) / 1000).toFixed(1)} s; ${own.map(inShort).join(', ')}`);
    return own;
  });
  const failed = cells.filter(growsTooFast);
  if (failed.length > 0) process.exitCode = 1;
  const head = ['', 'shapes', 'largest exponent', 'of the shape', 'slowest, s/MB', 'of the shape'];
  const rows = chosenModes.map((mode) => rowOf(mode, cells));
  const verdict =
    failed.length === 0
      ? `No exponent is above ${maxExponent}.`
      : `Above ${maxExponent}: ${failed.map(({ shape, mode }) => `${shape} ${mode}`).join(', ')}.`;
  return `${table(head, rows)}\n\n${verdict}`;
}

/** Measures the modes in a fresh process, and those that grow too fast once more in one of their own: the lesser exponent counts. */
function measured(shape: string, names: readonly string[]): readonly Cell[] {
  const cells = inFreshProcess<readonly Cell[]>('growth', [shape, ...names]).answer;
  return cells.map((cell) => {
    if (!growsTooFast(cell)) return cell;
    const [again = cell] = inFreshProcess<readonly Cell[]>('growth', [shape, cell.mode]).answer;
    return growsTooFast(again) && (again.exponent ?? 0) > (cell.exponent ?? 0) ? cell : again;
  });
}

function growsTooFast({ exponent = 0 }: Cell): boolean {
  return exponent > maxExponent;
}

function rowOf(mode: string, cells: readonly Cell[]): (string | number | undefined)[] {
  const own = cells.filter((cell) => cell.mode === mode);
  const steepest = own.toSorted((a, b) => (b.exponent ?? 0) - (a.exponent ?? 0))[0];
  const slowest = own.toSorted((a, b) => perMegabyte(b) - perMegabyte(a))[0];
  return [
    mode,
    own.length,
    steepest?.exponent,
    steepest?.exponent === undefined ? '' : steepest.shape,
    slowest && perMegabyte(slowest),
    slowest?.shape,
  ];
}

/** Seconds of CPU time. */
function perMegabyte({ milliseconds, bytes }: Cell): number {
  return (milliseconds / bytes) * 1_000;
}

function inShort({ mode, exponent }: Cell): string {
  return `${mode} ${exponent === undefined ? '–' : exponent.toFixed(2)}`;
}
