import { isEarlier } from '../date-time.ts';
import type { Rule } from '../rule.ts';

interface Data {
  readonly path: string;
}

const laterTimes = ['completed', 'modified'] as const;

export const timeOrder: Rule<'time-order', Data> = {
  id: 'time-order',
  severity: 'warning',
  passes: (facts) => !laterTimes.some((path) => facts.isEarlier(path, 'created')),

  checkRecord(record) {
    const created = record.soundAt('created');
    const start = created && record.timeOf(created);
    if (!start) return [];
    return laterTimes.flatMap((path) => {
      const node = record.soundAt(path);
      const time = node && record.timeOf(node);
      return time && isEarlier(time, start) ? [{ node, data: { path } }] : [];
    });
  },

  message: ({ path }) => `"${path}" is earlier than "created". Check both times and their offsets.`,
};
