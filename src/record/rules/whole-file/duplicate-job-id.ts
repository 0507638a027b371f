import type { Span } from '../../../json/span.ts';
import { giveNewId } from '../../change.ts';
import type { Rule } from '../../rule.ts';

interface Data {
  /** The same `jobId` in the first record that has it. */
  readonly earlier: Span;
}

/** Found by `document/check.ts` and by `index/`, which see all records of a file. */
export const duplicateJobId: Rule<'duplicate-job-id', Data> = {
  id: 'duplicate-job-id',
  severity: 'warning',

  message: () => 'An earlier record in this file has the same "jobId".',

  otherFixes: (_data, { node }) => [giveNewId(node)],
};
