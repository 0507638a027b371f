import type { Folder } from '../children/folder.ts';
import { megabytes, table } from '../markdown.ts';
import { inFreshProcess } from '../processes.ts';
import type { Run } from '../run.ts';
import { median } from '../statistics.ts';

const fileCount = 2_000;
const who = { ours: 'BackupResponse, with places', ajv: '`JSON.parse` + ajv, no places' } as const;

/** A folder, as the folder check and the command line check it; the bytes are read already. */
export function folder(run: Run): string {
  const rounds = run.rounds('folder', { full: 5, quick: 3 }, () => ({ ours: measure('ours'), ajv: measure('ajv') }));
  const rows = (['ours', 'ajv'] as const).map((name) => {
    const own = rounds.map((round) => round[name]);
    return [
      who[name],
      own[0]?.findings,
      median(own.map(({ bytes, cold }) => bytes / cold / 1000)),
      median(own.map(({ bytes, warm }) => bytes / warm / 1000)),
      median(rounds.map((round) => round[name].cold / round.ajv.cold)),
      median(rounds.map((round) => round[name].warm / round.ajv.warm)),
    ];
  });
  const [sample] = rounds;
  const size = sample ? `${sample.ours.records.toLocaleString('en')} records, ${megabytes(sample.ours.bytes)}` : '';
  const head = ['', 'findings', 'MB/s', 'MB/s, a second time', 'time × ajv', 'a second time'];
  return `${fileCount.toLocaleString('en')} files, ${size}\n\n${table(head, rows)}`;
}

function measure(name: keyof typeof who): Folder {
  return inFreshProcess<Folder>('folder', [name, String(fileCount)]).answer;
}
