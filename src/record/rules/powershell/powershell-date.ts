import { objectOf, quote } from '../../../model/words.ts';
import { replaceWith, treatAsUtc } from '../../change.ts';
import { dateTimeOf, powershellDate as millisecondsOf, wrappedDateTime } from '../../powershell.ts';
import type { Rule } from '../../rule.ts';
import { isDateTime } from '../../times/date-time.ts';

interface Data {
  readonly path: string;
  /** The same time in RFC 3339, or nearly; undefined outside the years that it can write. */
  readonly dateTime: string | undefined;
  /** Whether PowerShell wrote an object. */
  readonly isObject: boolean;
}

export const powershellDate: Rule<'powershell-date', Data> = {
  id: 'powershell-date',
  severity: 'error',

  onValue(value, { path, format }) {
    if (format !== 'date-time') return undefined;
    const isObject = value.type === 'object';
    const milliseconds = millisecondsOf(value);
    if (milliseconds !== undefined) return { path, dateTime: dateTimeOf(milliseconds), isObject };
    const dateTime = wrappedDateTime(value);
    return dateTime === undefined ? undefined : { path, dateTime, isObject };
  },

  message({ path, dateTime, isObject }) {
    if (dateTime === undefined)
      return "This is Windows PowerShell's date format, with a year that RFC 3339 cannot write. Use a year from 0001 to 9999.";
    if (!isObject)
      return `Use ${quote(dateTime)}: this is Windows PowerShell's date format, which other tools cannot read.`;
    const offset = isDateTime(dateTime) ? '' : ' Add its offset, such as "Z" for UTC.';
    return `Use only the time in it, ${quote(dateTime)}: PowerShell wrote ${objectOf(path)} as an object.${offset}`;
  },

  losslessFix: ({ dateTime }, { node }) => (dateTime && isDateTime(dateTime) ? replaceWith(node, dateTime) : undefined),
  otherFixes: ({ dateTime }, { node }) => (dateTime && !isDateTime(dateTime) ? [treatAsUtc(node, `${dateTime}Z`)] : []),
};
