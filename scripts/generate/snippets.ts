import { namePatterns } from '../../src/files/file-names.ts';
import { defaultValues, valuesWithoutBackup } from '../../src/record/defaults.ts';
import { choices, recordSnippet, type Slot, Verbatim } from '../../src/record/scaffold.ts';
import { objectType } from '../../src/record/schema.ts';

type Values = Readonly<Record<string, Slot | undefined>>;

/** A snippet as VS Code reads it. */
interface Snippet {
  readonly prefix: string;
  readonly description: string;
  /** The names of the files that it is offered in. VS Code compares them in any case; before 1.109 it ignored them. */
  readonly include: readonly string[];
  readonly body: readonly string[];
}

/** The names that say that a file holds backup records, in lower case. */
export const ourFiles: readonly string[] = namePatterns.map((pattern) => pattern.replace(/\[(\w)\w\]/g, '$1'));

/** Now, with the offset of where the user is: RFC 3339 in the variables of VS Code's snippets. */
export const now =
  '"${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}T${CURRENT_HOUR}:${CURRENT_MINUTE}:${CURRENT_SECOND}${CURRENT_TIMEZONE_OFFSET}"';

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

const oneObjectType = `\${1${choices(objectType.path, 'SOURCE')}}`;
const includedNames = '"includedNames": ["${2:Active Directory}"]';

/** The snippets for records and their parts, as `contributes.snippets` wants them. */
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
    'Backup options': snippet('backup-options', 'The options of a record: what the backup includes', [
      '"options": {',
      `\t"includeTypes": ["${oneObjectType}"],`,
      '\t"objectOptions": {',
      '\t\t"$1": {',
      `\t\t\t${includedNames}`,
      '\t\t}',
      '\t}',
      '}',
    ]),
    'Backup object options': snippet('backup-object-options', 'Which objects of one type to include', [
      `"${oneObjectType}": {`,
      `\t${includedNames}`,
      '}',
    ]),
  };
}

function snippet(prefix: string, description: string, body: readonly string[]): Snippet {
  return { prefix, description, include: ourFiles, body };
}
