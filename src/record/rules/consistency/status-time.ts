import { remove } from '../../change.ts';
import { FactPath } from '../../first-look/facts.ts';
import type { Rule } from '../../rule.ts';

const status = new FactPath('status');
const completed = new FactPath('completed');

export const statusTime: Rule<'status-time', { readonly status: string }> = {
  id: 'status-time',
  severity: 'warning',
  passes: (facts) => !facts.has(completed) || !isUnfinished(facts.valueOf(status)),

  onRecord(record) {
    const text = record.soundAt(status.path)?.value;
    const node = record.soundAt(completed.path);
    return node && isUnfinished(text) ? [{ node, data: { status: text } }] : [];
  },

  message: ({ status }) => `"completed" is set although "status" is "${status}". Remove it, or correct the status.`,

  otherFixes: (_data, { node }) => [remove(node)],
};

function isUnfinished(status: unknown): status is string {
  return status === 'NOT_STARTED' || status === 'IN_PROGRESS';
}
