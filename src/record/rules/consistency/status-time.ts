import { remove } from '../../change.ts';
import type { Rule } from '../../rule.ts';

export const statusTime: Rule<'status-time', { readonly status: string }> = {
  id: 'status-time',
  severity: 'warning',
  passes: ({ status, completed }) => !completed || !isUnfinished(status),

  onRecord(record) {
    const text = record.soundAt('status')?.value;
    const node = record.soundAt('completed');
    return node && isUnfinished(text) ? [{ node, data: { status: text } }] : [];
  },

  message: ({ status }) => `"completed" is set although "status" is "${status}". Remove it, or correct the status.`,

  otherFixes: (_data, { node }) => [remove(node)],
};

function isUnfinished(status: unknown): status is string {
  return status === 'NOT_STARTED' || status === 'IN_PROGRESS';
}
