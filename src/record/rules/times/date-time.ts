import type { Node } from 'jsonc-parser';
import { quote, subjectOf } from '../../../model/words.ts';
import { type Change, replaceWith, treatAsUtc } from '../../change.ts';
import type { Rule } from '../../rule.ts';
import { isDateTime } from '../../times/date-time.ts';
import {
  dateTimeOfEpoch,
  isLocalFormat,
  type LocalDateTime,
  localDateTimes,
  looksLikeDateTime,
  repairDateTime,
} from '../../times/date-time-repair.ts';

interface Data {
  readonly path: string;
  readonly text: string;
}

export const dateTime: Rule<'date-time', Data> = {
  id: 'date-time',
  severity: 'error',

  onValue(value, definition, record) {
    return record.brokenKeyword(value, definition) === 'format'
      ? { path: definition.path, text: value.value }
      : undefined;
  },

  message({ path, text }) {
    const repaired = repairDateTime(text);
    const [local, other] = localDateTimes(text);
    if (repaired && !repaired.hasOffset)
      return `Add "Z" for UTC, or an offset such as "+01:00": without one, it is not clear which instant ${subjectOf(path)} means.`;
    if (repaired) return `${subjectOf(path)} must be RFC 3339, ${quote(repaired.text)}: with ${andOf(repaired.wants)}.`;
    if (isDateTime(midnightOf(text)))
      return `${subjectOf(path)} has a day and no time. Use an RFC 3339 date and time, such as ${quote(midnightOf(text))}.`;
    if (looksLikeDateTime(text)) return `${quote(text)} does not exist. Check the day, the time and the offset.`;
    if (other) return `Which order was meant in ${quote(text)}, the day or the month first? Use ${rfc3339}.`;
    if (local)
      return `The ${local.first} comes first in ${quote(text)}: other programs may read it differently. Use ${rfc3339}.`;
    if (isLocalFormat(text))
      return `Use ${rfc3339}: ${quote(text)} is in a local format, which other programs may read differently.`;
    return `${subjectOf(path)} must be ${rfc3339}.`;
  },

  losslessFix({ text }, { node }) {
    const certain = certainDateTime(text);
    return certain === undefined ? undefined : replaceWith(node, certain);
  },

  otherFixes({ text }, { node }) {
    const repaired = repairDateTime(text);
    if (repaired && !repaired.hasOffset) return [treatAsUtc(node, repaired.text)];
    const dateTime = dateTimeOfEpoch(text);
    if (dateTime) return [replaceWith(node, dateTime)];
    return certainDateTime(text) === undefined ? localDateTimes(text).map((local) => takeOrder(node, local)) : [];
  },
};

/** The date-time that a text means without a guess. */
function certainDateTime(text: string): string | undefined {
  const repaired = repairDateTime(text);
  const [local, other] = localDateTimes(text);
  const certain = repaired ?? (other ? undefined : local);
  return certain?.hasOffset ? certain.text : undefined;
}

function midnightOf(day: string): string {
  return `${day}T00:00:00Z`;
}

const rfc3339 = 'an RFC 3339 date and time, such as "2021-05-11T22:23:16Z"';

/** Replaces a date in numbers by one of those that it may mean. */
function takeOrder(node: Node, { text, first, hasOffset }: LocalDateTime): Change {
  return {
    title: `Take the ${first} first${hasOffset ? '' : ', as UTC'}: ${quote(text)}`,
    edits: [{ offset: node.offset, length: node.length, content: JSON.stringify(text) }],
  };
}

/** `a, b and c` */
function andOf(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
