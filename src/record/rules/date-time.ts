import { replaceWith, treatAsUtc } from '../change.ts';
import { dateTimeOfEpoch, isLocalFormat, looksLikeDateTime, repairDateTime } from '../date-time-repair.ts';
import { coveredByFirstLook, type Rule } from '../rule.ts';
import { quote, subjectOf } from '../words.ts';

interface Data {
  readonly path: string;
  readonly text: string;
}

export const dateTime: Rule<'date-time', Data> = {
  id: 'date-time',
  severity: 'error',
  passes: coveredByFirstLook,

  checkValue(value, definition, record) {
    return record.brokenKeyword(value, definition) === 'format'
      ? { path: definition.path, text: value.value }
      : undefined;
  },

  message({ path, text }) {
    const repaired = repairDateTime(text);
    if (repaired && !repaired.hasOffset)
      return `Add "Z" for UTC, or an offset such as "+01:00": without one, it is not clear which instant ${subjectOf(path)} means.`;
    if (!repaired && looksLikeDateTime(text))
      return `${quote(text)} does not exist. Check the day, the time and the offset.`;
    if (!repaired && isLocalFormat(text))
      return `Use an RFC 3339 date and time, such as "2021-05-11T22:23:16Z": ${quote(text)} is in a local format, which other programs may read differently.`;
    return `${subjectOf(path)} must be an RFC 3339 date and time, such as "2021-05-11T22:23:16Z".`;
  },

  losslessFix({ text }, { node }) {
    const repaired = repairDateTime(text);
    return repaired?.hasOffset ? replaceWith(node, repaired.text) : undefined;
  },

  otherFixes({ text }, { node }) {
    const repaired = repairDateTime(text);
    if (repaired && !repaired.hasOffset) return [treatAsUtc(node, repaired.text)];
    const dateTime = dateTimeOfEpoch(text);
    return dateTime ? [replaceWith(node, dateTime)] : [];
  },
};
