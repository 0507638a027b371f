import { now, recordSnippet, type Slot, Verbatim } from '../../src/features/scaffold.ts';
import { namePatterns } from '../../src/files/file-names.ts';
import { defaultValues, valuesWithoutBackup } from '../../src/model/defaults.ts';

type Values = Readonly<Record<string, Slot | undefined>>;

/** A snippet as VS Code reads it. */
interface Snippet {
  readonly prefix: string;
  readonly description: string;
  /**
   * The files that VS Code itself does not offer it in: all. It would offer it anywhere in a file, in lists of values too,
   * and our completion offers it where a record can stand. Before 1.109 VS Code ignored this.
   */
  readonly exclude: readonly string[];
  readonly body: readonly string[];
}

/** The names that say that a file holds backup records, in lower case. */
export const ourFiles: readonly string[] = namePatterns.map((pattern) => pattern.replace(/\[(\w)\w\]/g, '$1'));

const record: Values = {
  ...defaultValues,
  jobId: new Verbatim('"$UUID"'),
  created: new Verbatim(now),
  modified: new Verbatim(now),
  completed: new Verbatim(now),
  isPartial: Verbatim.json(true),
  options: { includeTypes: ['SOURCE'], objectOptions: { SOURCE: { includedNames: ['Active Directory'] } } },
};

const whole: Values = { ...record, isPartial: Verbatim.json(false), options: undefined };

const withoutBackup: Values = {
  ...record,
  ...valuesWithoutBackup,
  fileExists: Verbatim.json(valuesWithoutBackup.fileExists),
  completed: undefined,
  hydrationStatus: Verbatim.json(valuesWithoutBackup.hydrationStatus),
};

const automated: Values = {
  ...whole,
  backupType: Verbatim.json('AUTOMATED'),
  requesterName: 'nightly-backup',
  name: 'Nightly',
};

/** An upload has neither options nor a cloud storage status. */
const uploaded: Values = {
  ...whole,
  backupType: Verbatim.json('UPLOADED'),
  name: 'Uploaded configuration',
  cloudStorageStatus: undefined,
};

/** The snippets for records, as `contributes.snippets` wants them. */
export function snippets(): Readonly<Record<string, Snippet>> {
  return {
    'Backup record': snippet('backup', 'A backup record with all its properties', recordSnippet(record)),
    'Manual backup': snippet(
      'backup-manual',
      'A backup that a person asked for',
      recordSnippet({ ...record, backupType: Verbatim.json('MANUAL') }),
    ),
    'Automated backup': snippet(
      'backup-automated',
      'A backup made on a schedule or by a script',
      recordSnippet(automated),
    ),
    'Uploaded configuration': snippet(
      'backup-uploaded',
      'A configuration file that was uploaded: no options, no cloud storage status',
      recordSnippet(uploaded),
    ),
    'Failed backup': snippet(
      'backup-failed',
      'A backup that ended with an error',
      recordSnippet({ ...withoutBackup, status: Verbatim.json('FAILED') }),
    ),
    'Running backup': snippet(
      'backup-running',
      'A backup in progress: it has no completed time yet',
      recordSnippet({ ...withoutBackup, status: Verbatim.json('IN_PROGRESS') }),
    ),
    'List of backup records': snippet('backup-list', 'A list with one backup record', [
      '[',
      ...recordSnippet(record).map((line) => `\t${line}`),
      ']',
    ]),
  };
}

function snippet(prefix: string, description: string, body: readonly string[]): Snippet {
  return { prefix, description, exclude: ['**'], body };
}
