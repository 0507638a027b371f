import { replaceWith } from '../change.ts';
import { isDateTime } from '../date-time.ts';
import { coveredByFirstLook, type Rule } from '../rule.ts';
import { subjectOf } from '../words.ts';

export const dateTime: Rule<'date-time', { readonly path: string }> = {
  id: 'date-time',
  severity: 'error',
  passes: coveredByFirstLook,

  checkValue(value, definition, record) {
    return record.brokenKeyword(value, definition) === 'format' ? { path: definition.path } : undefined;
  },

  message: ({ path }) => `${subjectOf(path)} must be an RFC 3339 date and time, such as "2021-05-11T22:23:16Z".`,

  losslessFix(_data, { node }) {
    const text = withT(node.value);
    return isDateTime(text) ? replaceWith(node, text) : undefined;
  },

  otherFixes(_data, { node }) {
    const inUtc = `${withT(node.value)}Z`;
    return isDateTime(inUtc) ? [{ ...replaceWith(node, inUtc), title: `Treat as UTC: "${inUtc}"` }] : [];
  },
};

function withT(text: string): string {
  return text.replace(/^(\S+) /, '$1T');
}
