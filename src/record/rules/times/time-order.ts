import type { Rule } from '../../rule.ts';
import { isEarlier, parseDateTime } from '../../times/date-time.ts';
import { durationIn, secondsBetween } from '../../times/duration.ts';

export const timeOrder: Rule<'time-order', { readonly path: string; readonly seconds: number }> = {
  id: 'time-order',
  severity: 'warning',
  passes({ created, completed, modified }) {
    return !created || (!isBefore(completed, created) && !isBefore(modified, created));
  },

  onRecord(record) {
    const start = parseDateTime(record.soundAt('created')?.value);
    if (!start) return [];
    return ['completed', 'modified'].flatMap((path) => {
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

/** Whether one time in UTC seems earlier than another: it is, unless they differ only in zeros at the end. */
function isBefore(time: string | undefined, other: string): boolean {
  return time !== undefined && time.slice(0, -1) < other.slice(0, -1);
}
