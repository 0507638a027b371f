import { machine, writeFigures } from '../../scripts/figures.ts';
import { createRun, type Run } from './run.ts';
import { activation } from './sections/activation.ts';
import { edits } from './sections/edits.ts';
import { first } from './sections/first.ts';
import { folder } from './sections/folder.ts';
import { loading } from './sections/loading.ts';
import { memory } from './sections/memory.ts';
import { slices } from './sections/slices.ts';

/** Each measures something and answers with Markdown; docs/performance.md has a place for each under the same name. */
const sections: Readonly<Record<string, (run: Run) => string>> = {
  first,
  memory,
  loading,
  edits,
  slices,
  folder,
  activation,
};

const usage = `npm run bench -- [--quick] [--write] [section …]
Sections: ${Object.keys(sections).join(', ')}; all of them when none is named.
--quick  fewer files and rounds, in about a minute
--write  puts the tables into docs/performance.md`;

function main(args: readonly string[]): void {
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.find((arg) => !(arg in sections || arg === '--quick' || arg === '--write'));
  if (unknown !== undefined) {
    console.error(unknown === '--help' ? usage : `There is no ${unknown}.\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const run = createRun(args.includes('--quick'));
  for (const [name, measure] of Object.entries(sections)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const tables = `${measure(run)}\n\n${machine()}${run.isQuick ? ', quick' : ''}`;
    console.log(`\n## ${name}\n\n${tables}`);
    // Section by section, so that a run that breaks off has not measured in vain.
    if (args.includes('--write')) writeFigures('docs/performance.md', name, tables);
  }
}

main(process.argv.slice(2));
