import { allowedNames, allowedValues } from '../../../model/allowed.ts';
import { objectType } from '../../../model/schema.ts';
import { sourceOfUnlisted } from '../../../model/unlisted-names.ts';
import { quote } from '../../../model/words.ts';
import type { Rule } from '../../rule.ts';

interface Data {
  /** Of the value, or of the object that has the name. */
  readonly path: string;
  readonly text: string;
  /** How it is known, as a sentence. */
  readonly source: string;
}

export const unlisted: Rule<'unlisted', Data> = {
  id: 'unlisted',
  severity: 'information',

  onValue({ type, value }, { path }, { context }) {
    if (type !== 'string' || allowedValues(context.allowed, path).includes(value)) return undefined;
    return unlistedAt(path, value);
  },

  onName({ text, object }, { context }) {
    const isKey = object.path === 'options.objectOptions';
    const path = isKey ? objectType.path : object.path;
    const allowed = isKey ? allowedValues(context.allowed, path) : allowedNames(context.allowed, object);
    return allowed.includes(text) ? undefined : unlistedAt(path, text);
  },

  message: ({ text, source }) =>
    `${quote(text)} is not in the API's model of a backup, so strict clients reject it. ${source}`,
};

function unlistedAt(path: string, text: string): Data | undefined {
  const source = sourceOfUnlisted(path, text);
  return source ? { path, text, source } : undefined;
}
