import { objectType } from '../../src/model/schema.ts';
import { Random } from '../support/random.ts';
import { type Draft, faults, write } from './faults.ts';

/** Which file to make. */
export interface FileChoice {
  readonly records: number;
  /** How many of the records have a mistake, in per cent: at least one, where it is not 0. */
  readonly faulty: number;
  /** With a value a line, the same in an envelope, all on one line, or a record a line (JSON Lines). */
  readonly layout?: 'pretty' | 'page' | 'minified' | 'lines';
  /** Whether the names in it have letters beyond ASCII. */
  readonly unicode?: boolean;
  /** Whether the records have the most distinctive properties only, half as long. */
  readonly brief?: boolean;
}

/** The text of a file: for a choice always the same, whatever else was made before. */
export function generate(choice: FileChoice): string {
  const records = recordTexts(choice);
  switch (choice.layout) {
    case 'lines':
      return `${records.join('\n')}\n`;
    case 'minified':
      return `[${records.join(',')}]`;
    case 'page':
      return `{\n"items": ${list(records)},\n"next": null\n}\n`;
    default:
      return `${list(records)}\n`;
  }
}

function list(records: readonly string[]): string {
  return `[\n${records.map((record) => record.replace(/^/gm, '  ')).join(',\n')}\n]`;
}

function recordTexts({ records, faulty, layout = 'pretty', unicode = false, brief = false }: FileChoice): string[] {
  const random = new Random(20240219);
  const broken = faulty === 0 ? 0 : Math.max(1, Math.round((records * faulty) / 100));
  const texts: string[] = [];
  let first = '';
  for (let index = 0; index < records; index++) {
    const sound = soundRecord(random, index, unicode);
    const record = brief ? briefly(sound) : sound;
    first ||= String(record.jobId);
    // Spread evenly, each kind in its turn.
    const fault = Math.floor(((index + 1) * broken) / records) - 1;
    const isFaulty = fault >= Math.floor((index * broken) / records);
    if (isFaulty) faults[fault % faults.length]?.(record, first);
    texts.push(write(record, layout === 'pretty' || layout === 'page' ? 2 : undefined));
  }
  return texts;
}

const people = ['Ada Lovelace', 'support', 'Grace Hopper', 'svc-config-hub', 'Katherine Johnson', 'Alan Turing'];
const unicodePeople = ['Zoë Åström', 'José Muñoz', '山田 太郎', 'Łukasz Żak', 'Ольга 🚀', 'Ada Lovelace'];
const occasions = [
  'Before the spring release',
  'Nightly',
  'After the merger',
  'Sandbox refresh',
  'Audit of the quarter',
];
const systems = ['Active Directory', 'Workday', 'SAP HR', 'Salesforce', 'ServiceNow', 'Entra ID', 'Oracle EBS'];
const objectTypes = objectType.values?.all ?? [];

/** A record that has no finding, of one of the kinds that a tenant has: mostly complete, some uploaded, failed, running. */
function soundRecord(random: Random, index: number, unicode: boolean): Draft {
  const created = Date.UTC(2021, 4, 11) + index * 1_260_000 + random.below(600_000);
  const completed = created + 2_000 + random.below(400_000);
  const backupType = random.pick(['MANUAL', 'MANUAL', 'AUTOMATED', 'AUTOMATED', 'UPLOADED']);
  const status = random.pick(['COMPLETE', 'COMPLETE', 'COMPLETE', 'COMPLETE', 'COMPLETE', 'FAILED', 'IN_PROGRESS']);
  const isPartial = backupType !== 'UPLOADED' && random.chance(0.7);
  return {
    jobId: random.uuid(),
    status,
    type: 'BACKUP',
    tenant: 'acme-solar',
    requesterName: random.pick(unicode ? unicodePeople : people),
    fileExists: status === 'COMPLETE',
    created: time(created),
    modified: time(completed + random.below(3_000_000)),
    ...(status !== 'IN_PROGRESS' && { completed: time(completed) }),
    name: `${random.pick(occasions)} ${index}${unicode ? ' – größer' : ''}`,
    userCanDelete: random.chance(0.8),
    isPartial,
    backupType,
    ...(backupType !== 'UPLOADED' && { options: isPartial ? options(random) : null }),
    hydrationStatus: status === 'COMPLETE' ? 'HYDRATED' : 'NOT_HYDRATED',
    totalObjectCount: random.below(20_000),
    ...(backupType !== 'UPLOADED' && { cloudStorageStatus: random.pick(['SYNCED', 'NOT_SYNCED', 'SYNC_FAILED']) }),
  };
}

const lessTelling: ReadonlySet<string> = new Set(['tenant', 'fileExists', 'modified', 'isPartial', 'options']);

/** Every property may be left out. */
function briefly(record: Draft): Draft {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !lessTelling.has(name)));
}

function options(random: Random): Draft {
  const includeTypes = random.some(objectTypes, 4, 9);
  const narrowed = random.some(includeTypes, 1, 3);
  const objectOptions = narrowed.map((type) => [
    type,
    { includedNames: random.some(systems, 1, 5).map((system) => `${system} ${random.pick(['EU', 'US', 'APAC'])}`) },
  ]);
  return { includeTypes, objectOptions: Object.fromEntries(objectOptions) };
}

function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
