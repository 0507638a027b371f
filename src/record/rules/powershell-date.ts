import { replaceWith } from '../change.ts';
import { dateTimeOf, powershellDate as millisecondsOf } from '../powershell.ts';
import { coveredByFirstLook, type Rule } from '../rule.ts';

interface Data {
  /** The same instant in RFC 3339; undefined outside the years that it can write. */
  readonly dateTime: string | undefined;
}

export const powershellDate: Rule<'powershell-date', Data> = {
  id: 'powershell-date',
  severity: 'error',
  passes: coveredByFirstLook,

  checkValue(value, { format }) {
    if (format !== 'date-time') return undefined;
    const milliseconds = millisecondsOf(value);
    return milliseconds === undefined ? undefined : { dateTime: dateTimeOf(milliseconds) };
  },

  message: ({ dateTime }) =>
    dateTime
      ? `This is Windows PowerShell's date format, which other tools cannot read. Use "${dateTime}".`
      : "This is Windows PowerShell's date format, with a year that RFC 3339 cannot write. Use a year from 0001 to 9999.",

  losslessFix: ({ dateTime }, { node }) => (dateTime ? replaceWith(node, dateTime) : undefined),
};
