import { remove } from '../change.ts';
import type { Rule } from '../rule.ts';

export const statusTime: Rule<'status-time', { readonly status: string }> = {
  id: 'status-time',
  severity: 'warning',
  passes: (facts) => !facts.has('completed') || !isUnfinished(facts.valueAt('status')),

  checkRecord(record) {
    const status = record.soundAt('status')?.value;
    const completed = record.soundAt('completed');
    return completed && isUnfinished(status) ? [{ node: completed, data: { status } }] : [];
  },

  message: ({ status }) => `"completed" is set although "status" is "${status}". Remove it, or correct the status.`,

  otherFixes: (_data, { node }) => [remove(node)],
};

function isUnfinished(status: unknown): status is string {
  return status === 'NOT_STARTED' || status === 'IN_PROGRESS';
}
