import { coveredByFirstLook, type Rule } from '../rule.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const jobId: Rule<'job-id'> = {
  id: 'job-id',
  severity: 'information',
  passes: coveredByFirstLook,

  checkValue: ({ value }, { path }) => (path === 'jobId' && !uuid.test(value) ? {} : undefined),

  message: () => '"jobId" is not a UUID. The service identifies every backup by a UUID.',
};
