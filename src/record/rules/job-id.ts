import { giveNewId } from '../change.ts';
import { isUuid } from '../record-values.ts';
import { coveredByFirstLook, type Rule } from '../rule.ts';

export const jobId: Rule<'job-id'> = {
  id: 'job-id',
  severity: 'information',
  passes: coveredByFirstLook,

  checkValue: ({ value }, { path }) => (path === 'jobId' && !isUuid(value) ? {} : undefined),

  message: () => '"jobId" is not a UUID. The service identifies every backup by a UUID.',

  otherFixes: (_data, { node }) => [giveNewId(node)],
};
