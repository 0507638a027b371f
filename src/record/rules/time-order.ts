import { isEarlier, parseDateTime } from '../date-time.ts';
import type { Rule } from '../rule.ts';

const laterTimes = ['completed', 'modified'] as const;

export const timeOrder: Rule<'time-order', { readonly path: string }> = {
  id: 'time-order',
  severity: 'warning',
  passes: (facts) => !laterTimes.some((path) => facts.isEarlier(path, 'created')),

  checkRecord(record) {
    const start = parseDateTime(record.soundAt('created')?.value);
    if (!start) return [];
    return laterTimes.flatMap((path) => {
      const node = record.soundAt(path);
      const time = parseDateTime(node?.value);
      return node && time && isEarlier(time, start) ? [{ node, data: { path } }] : [];
    });
  },

  message: ({ path }) => `"${path}" is earlier than "created". Check both times and their offsets.`,
};
