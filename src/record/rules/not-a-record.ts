import { coveredByFirstLook, type Rule } from '../rule.ts';
import { type FoundType, foundTypeNames } from '../words.ts';

interface Data {
  readonly found: FoundType;
  readonly isInList: boolean;
}

/** Found by `document/check.ts`. */
export const notARecord: Rule<'not-a-record', Data> = {
  id: 'not-a-record',
  severity: 'error',
  passes: coveredByFirstLook,

  message: ({ found, isInList }) =>
    isInList
      ? `A list of backup records can contain only objects, not ${foundTypeNames[found]}.`
      : `A BackupResponse file must contain a backup record or a list of them, not ${foundTypeNames[found]}.`,
};
