import { isEarlier, parseDateTime } from '../date-time.ts';
import { FactPath } from '../facts.ts';
import type { Rule } from '../rule.ts';

const created = new FactPath('created');
const laterTimes = [new FactPath('completed'), new FactPath('modified')];

export const timeOrder: Rule<'time-order', { readonly path: string }> = {
  id: 'time-order',
  severity: 'warning',
  passes: (facts) => !laterTimes.some((later) => facts.isEarlier(later, created)),

  checkRecord(record) {
    const start = parseDateTime(record.soundAt(created.path)?.value);
    if (!start) return [];
    return laterTimes.flatMap(({ path }) => {
      const node = record.soundAt(path);
      const time = parseDateTime(node?.value);
      return node && time && isEarlier(time, start) ? [{ node, data: { path } }] : [];
    });
  },

  message: ({ path }) => `"${path}" is earlier than "created". Check both times and their offsets.`,
};
