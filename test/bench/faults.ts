import { readRulePage } from '../../scripts/generate/rule-pages.ts';
import { checkText } from '../../src/document/check.ts';
import { checkedLayoutOf } from '../../src/document/layout.ts';
import { nothingAllowed } from '../../src/model/allowed.ts';
import { type RuleId, ruleIds } from '../../src/record/rules/index.ts';

/** A record in the making: a mistake may give it any name and any value. A name may end in `(again)`: see `write`. */
export type Draft = { [name: string]: unknown };

/** Makes one mistake in a valid record. @param firstJobId the id of another record of the file */
type Fault = (record: Draft, firstJobId: string) => void;

const commonFaults: readonly Fault[] = [
  (record) => put(record, { status: 'COMPLETED' }),
  (record) => put(record, { fileExists: 'true' }),
  (record) => put(record, { created: '2021-05-11 22:23:16Z' }),
  (record) => put(record, { jobId: 'backup-17' }),
  (record) => put(record, { comment: 'kept for the audit' }),
  (record) => put(record, { backupType: 'manual' }),
  (record) => put(record, { totalObjectCount: '124' }),
  (record) => put(record, { modified: '2021-05-11T22:23:16' }),
  (record) => put(record, { totalObjectCount: 2 ** 63 }),
  (record) => put(record, { 'status(again)': 'COMPLETE' }),
  (record) => put(record, { JobId: 'e9cbc5b7-6d3b-4a3e-9d0a-ce2a7b1b9b51' }),
  (record) => put(record, { hydrationStatus: null }),
  (record) => put(record, { cloudStorageStatus: '' }),
  (record) => put(record, { totalObjectCount: 2 ** 53 }),
  (record) => put(record, { totalObjectCount: -1 }),
  (record) => put(record, { options: { includeTypes: ['ROLE', 'SOURCES', 'ROLE'] }, isPartial: true }),
  (record) => put(record, { modified: '2019-12-31T23:59:59Z' }),
  (record) =>
    put(record, { status: 'NOT_STARTED', completed: '2031-05-11T22:30:48Z', modified: '2031-05-11T22:30:48Z' }),
  (record) => put(record, { options: { includeTypes: ['ROLE'], objectOptions: { SOURCE: {} } }, isPartial: true }),
  (record) => put(record, { options: { includeTypes: ['ROLE'] }, isPartial: false }),
  (record) => put(record, { message: 'The upload failed.' }),
  (record) => put(record, { modified: '/Date(1620771796000)/' }),
  (record) => put(record, { options: '@{includeTypes=System.Object[]; objectOptions=}' }),
  (record) => put(record, { options: { includeTypes: { value: ['ROLE'], Count: 1 } }, isPartial: true }),
  (record, firstJobId) => put(record, { jobId: firstJobId }),
  (record) => put(record, { status: 'Done', fileExists: 1, created: 'yesterday' }),
];

/** The rules that `commonFaults` break, and those that are not about one record. */
const covered: ReadonlySet<RuleId> = new Set<RuleId>([
  'syntax',
  'foreign-file',
  'not-a-record',
  ...commonFaults.flatMap(rulesBrokenBy),
]);

/** Together they break every rule that a list can break which `JSON.parse` still reads: the others by their example. */
export const faults: readonly Fault[] = [
  ...commonFaults,
  ...ruleIds
    .filter((id) => !covered.has(id))
    .map(
      (id): Fault =>
        (record) =>
          put(record, JSON.parse(readRulePage(id).example)),
    ),
];

function rulesBrokenBy(fault: Fault): RuleId[] {
  const jobId = '3469b87d-48ca-439a-868f-2160001da8c1';
  const record: Draft = { jobId, status: 'COMPLETE', created: '2021-05-11T22:23:16Z' };
  fault(record, jobId);
  const text = `[{ "jobId": "${jobId}" }, ${write(record)}]`;
  return checkText(text, checkedLayoutOf(text, 'json', nothingAllowed)).findings.map(({ rule }) => rule);
}

/** A draft as JSON. A name that ends in `(again)` is written without that, so a draft can have a name twice. */
export function write(record: Draft, indent?: number): string {
  return JSON.stringify(record, undefined, indent).replaceAll('(again)"', '"');
}

function put(record: Draft, values: Draft): void {
  Object.assign(record, values);
}
