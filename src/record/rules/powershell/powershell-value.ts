import { definition } from '../../../model/schema.ts';
import { objectOf } from '../../../model/words.ts';
import { type Change, rewriteAs } from '../../change.ts';
import { isJsonWithComments } from '../../parse/parse.ts';
import { wrappedScalar } from '../../powershell.ts';
import type { FixTarget, Rule } from '../../rule.ts';

export const powershellValue: Rule<'powershell-value', { readonly path: string }> = {
  id: 'powershell-value',
  severity: 'error',

  onValue(value, { path, type, format }) {
    const isScalar = type !== 'object' && type !== 'array' && format !== 'date-time';
    return isScalar && wrappedScalar(value) ? { path } : undefined;
  },

  message: ({ path }) =>
    `Keep only the "value": PowerShell wrote ${objectOf(path)} as an object, with members of its own beside it.`,

  losslessFix: ({ path }, target) => (isSound(path, target) ? keepValue(target) : undefined),

  otherFixes({ path }, target) {
    const change = isSound(path, target) ? undefined : keepValue(target);
    return change ? [change] : [];
  },
};

function isSound(path: string, { node, hasErrorAs }: FixTarget): boolean {
  return !hasErrorAs(wrappedScalar(node), definition(path));
}

/** Nothing is kept of an object that is broken: its value may not be JSON. */
function keepValue({ node, record }: FixTarget): Change | undefined {
  const value = wrappedScalar(node);
  const isWhole = value && isJsonWithComments(record.literalOf(node));
  return isWhole ? rewriteAs(node, record.literalOf(value)) : undefined;
}
