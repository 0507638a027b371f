import { checkFound } from '../../../src/files/check-file.ts';
import { nothingAllowed } from '../../../src/model/allowed.ts';
import { Random } from '../../support/random.ts';
import { validate } from '../contestants/validator.ts';
import { generate } from '../generate.ts';
import { answer, collectGarbage } from '../processes.ts';

/** A folder checked in a new process, and once more. */
export interface Folder {
  readonly bytes: number;
  readonly records: number;
  readonly findings: number;
  readonly cold: number;
  readonly warm: number;
}

/* Arguments: who checks, how many files there are. */
const [who, count] = process.argv.slice(2) as ['ours' | 'ajv', string];

const files = filesOf(Number(count));
collectGarbage();
const [cold, warm] = [timeOfAll(), timeOfAll()];
const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
const records = files.reduce((sum, file) => sum + file.records, 0);
answer({ bytes, records, findings: cold.findings, cold: cold.time, warm: warm.time } satisfies Folder);

function filesOf(count: number): { readonly name: string; readonly bytes: Uint8Array; readonly records: number }[] {
  const random = new Random(1);
  return Array.from({ length: count }, (_, index) => {
    // Most files have a record or a few; some a year of backups.
    const records = random.chance(0.05) ? 50 + random.below(150) : 1 + random.below(12);
    const bytes = new TextEncoder().encode(generate({ records, faulty: random.chance(0.2) ? 5 : 0 }));
    return { name: `exports/${index}.backupresponse.json`, bytes, records };
  });
}

function timeOfAll(): { readonly time: number; readonly findings: number } {
  const start = performance.now();
  let findings = 0;
  for (const { bytes, name } of files) findings += who === 'ours' ? oursIn(bytes, name) : errorsIn(bytes);
  return { time: performance.now() - start, findings };
}

function oursIn(bytes: Uint8Array, name: string): number {
  return checkFound(bytes, name, nothingAllowed)?.findings.length ?? 0;
}

function errorsIn(bytes: Uint8Array): number {
  validate(JSON.parse(new TextDecoder().decode(bytes)));
  return validate.errors?.length ?? 0;
}
