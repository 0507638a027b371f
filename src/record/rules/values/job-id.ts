import { quote } from '../../../model/words.ts';
import { giveNewId, replaceWith } from '../../change.ts';
import type { Rule } from '../../rule.ts';
import { isUuid, uuidIn } from '../../uuid.ts';

interface Data {
  /** The UUID that the value holds in another form. */
  readonly uuid?: string;
}

export const jobId: Rule<'job-id', Data> = {
  id: 'job-id',
  severity: 'information',

  onValue({ value }, { path }) {
    if (path !== 'jobId' || isUuid(value)) return undefined;
    const uuid = uuidIn(value);
    return uuid === undefined ? {} : { uuid };
  },

  message: ({ uuid }) =>
    uuid === undefined
      ? '"jobId" is not a UUID. The service identifies every backup by a UUID.'
      : `Write this UUID in its plain form, ${quote(uuid)}: the service knows no other.`,

  losslessFix: ({ uuid }, { node }) => (uuid === undefined ? undefined : replaceWith(node, uuid)),

  otherFixes: ({ uuid }, { node }) => (uuid === undefined ? [giveNewId(node)] : []),
};
