import { type Growth, growthOf, inputsOf, maxExponent } from '../growth/measure.ts';
import { modes } from '../growth/modes.ts';
import { shapes } from '../growth/shapes.ts';
import { answer } from '../processes.ts';

/** A shape in a mode. */
export interface Cell extends Growth {
  readonly shape: string;
  readonly mode: string;
}

/* Arguments: the shape, then the modes. */
const [shape = '', ...names] = process.argv.slice(2);

const make = inputsOf(shapes[shape] ?? (() => []));
const cells: Cell[] = [];
for (const [mode, prepare] of Object.entries(modes)) {
  if (!names.includes(mode)) continue;
  const growth = growthOf(make, prepare);
  cells.push({ shape, mode, ...growth });
  const { exponent = 0, bytes, milliseconds } = growth;
  if (exponent <= maxExponent) continue;
  // At once: the next may take too long.
  console.error(`  ${shape} ${mode}: exponent ${exponent.toFixed(2)}, ${bytes} bytes in ${milliseconds.toFixed(0)} ms`);
}
answer(cells);
