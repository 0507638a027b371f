import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileChoice, generate } from '../generate.ts';
import { megabytes } from '../markdown.ts';
import type { Plan, PlannedFile } from './protocol.ts';

/** So many per cent are one record of any of them. */
const oneRecord = 1e-6;

const choices: readonly FileChoice[] = [
  { records: 10, faulty: oneRecord, brief: true },
  { records: 75_000, faulty: oneRecord, brief: true },
  { records: 51_000, faulty: oneRecord },
];
const quickChoices = choices.slice(0, 2);

/**
 * Fills a workspace with the files to measure, each under a name that is ours and under one that is not, and with the
 * plan.
 */
export function writeWorkspace(folder: string, isQuick: boolean): Plan {
  const files: PlannedFile[] = [];
  for (const choice of isQuick ? quickChoices : choices) {
    const text = generate(choice);
    const title = `${choice.records.toLocaleString('en')} records, ${megabytes(text.length)}`;
    const ours = { name: `${choice.records}.backupresponse.json`, title, isOurs: true };
    const other = { name: `${choice.records}.json`, title: `${title}, under a name that is not ours`, isOurs: false };
    for (const file of [ours, other]) {
      writeFileSync(join(folder, file.name), text);
      files.push(file);
    }
  }
  const plan = { files, rounds: isQuick ? 4 : 8, ownRounds: isQuick ? 1 : 3, typed: isQuick ? 30 : 100 };
  writeFileSync(join(folder, 'bench.json'), JSON.stringify(plan));
  return plan;
}
