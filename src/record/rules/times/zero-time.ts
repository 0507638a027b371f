import { quote, subjectOf } from '../../../model/words.ts';
import { remove } from '../../change.ts';
import type { Rule } from '../../rule.ts';
import { parseDateTime } from '../../times/date-time.ts';

interface Data {
  readonly path: string;
  readonly text: string;
}

/** A time in UTC that `isZeroTime` flags. */
const zero = /^(?:0001|1970)-01-01T00:00:00(?:\.0+)?Z/;

export const zeroTime: Rule<'zero-time', Data> = {
  id: 'zero-time',
  severity: 'warning',
  passes: ({ created, modified, completed }) => ![created, modified, completed].some((time) => time && zero.test(time)),

  onValue({ type, value }, { path, format }) {
    return type === 'string' && format === 'date-time' && isZeroTime(value) ? { path, text: value } : undefined;
  },

  message: ({ path, text }) =>
    `Leave ${subjectOf(path)} out: ${quote(text)} stands for no time at all. The program that wrote it had none, or could not read it.`,

  losslessFix: (_data, { node }) => remove(node),
};

/** The first instant of the year 1 is the zero of Go and of .NET, at any offset; the first of 1970 that of Unix. */
function isZeroTime(text: string): boolean {
  if (/^0001-01-01[T ]00:00:00(?:\.0+)?(?:Z|[+-]\d\d:?\d\d)?$/i.test(text)) return true;
  const instant = parseDateTime(text);
  return instant?.minute === 0 && instant.second === 0 && instant.fraction === '';
}
