import { type Format, readDocument } from '../files.ts';
import { maxShown, open } from '../ours.ts';
import { answer, collectGarbage } from '../processes.ts';

/** Each uninterrupted slice of work of a first check, and how long it took with all that came between, in ms. */
export interface Slices {
  readonly slices: readonly number[];
  readonly total: number;
}

/* Arguments: the file, its format, the budget of a slice in ms. */
const [path = '', format, budget] = process.argv.slice(2) as [string, Format, string];

async function measure(): Promise<Slices> {
  const document = readDocument(path);
  collectGarbage();
  const slices: number[] = [];
  const start = performance.now();
  let from = start;
  const checked = open(document, format);
  while (!checked.step(from + Number(budget))) {
    slices.push(performance.now() - from);
    await new Promise((resolve) => setTimeout(resolve));
    from = performance.now();
  }
  checked.findings(maxShown, 0);
  const end = performance.now();
  slices.push(end - from);
  return { slices, total: end - start };
}

measure().then(answer);
