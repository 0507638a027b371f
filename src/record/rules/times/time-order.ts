import { FactPath } from '../../first-look/facts.ts';
import type { Rule } from '../../rule.ts';
import { isEarlier, parseDateTime } from '../../times/date-time.ts';
import { durationIn, secondsBetween } from '../../times/duration.ts';

const created = new FactPath('created');
const completed = new FactPath('completed');
const modified = new FactPath('modified');

export const timeOrder: Rule<'time-order', { readonly path: string; readonly seconds: number }> = {
  id: 'time-order',
  severity: 'warning',
  passes: (facts) => !facts.isEarlier(completed, created) && !facts.isEarlier(modified, created),

  onRecord(record) {
    const start = parseDateTime(record.soundAt(created.path)?.value);
    if (!start) return [];
    return [completed, modified].flatMap(({ path }) => {
      const node = record.soundAt(path);
      const time = parseDateTime(node?.value);
      return node && time && isEarlier(time, start)
        ? [{ node, data: { path, seconds: secondsBetween(time, start) } }]
        : [];
    });
  },

  message: ({ path, seconds }) =>
    `"${path}" is ${durationIn(seconds)} earlier than "created". Check both times and their offsets.`,
};
