import { coveredByFirstLook, type Rule } from '../rule.ts';
import { objectType } from '../schema.ts';
import { sourceOfUnlisted } from '../unlisted-names.ts';
import { quote } from '../words.ts';

interface Data {
  readonly text: string;
  /** How it is known, as a sentence. */
  readonly source: string;
}

export const unlisted: Rule<'unlisted', Data> = {
  id: 'unlisted',
  severity: 'information',
  passes: coveredByFirstLook,

  checkValue({ type, value }, { path }) {
    return type === 'string' ? unlistedAt(path, value) : undefined;
  },

  checkName({ text, object }) {
    return unlistedAt(object.path === 'options.objectOptions' ? objectType.path : object.path, text);
  },

  message: ({ text, source }) =>
    `${quote(text)} is not in the API's model of a backup, so strict clients reject it. ${source}`,
};

function unlistedAt(path: string, text: string): Data | undefined {
  const source = sourceOfUnlisted(path, text);
  return source ? { text, source } : undefined;
}
