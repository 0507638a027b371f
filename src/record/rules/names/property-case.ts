import { quote } from '../../../model/words.ts';
import { replaceWith } from '../../change.ts';
import type { Rule } from '../../rule.ts';

interface Data {
  readonly text: string;
  /** The name as the schema spells it. */
  readonly suggestion: string;
  /** Whether the object has another property of that name. */
  readonly isTaken: boolean;
}

export const propertyCase: Rule<'property-case', Data> = {
  id: 'property-case',
  severity: 'error',

  onName(name) {
    const { text, known } = name;
    return known && known !== text ? { text, suggestion: known, isTaken: name.isTaken } : undefined;
  },

  message: ({ text, suggestion }) => `${quote(text)} must be spelled "${suggestion}": JSON names must match exactly.`,

  losslessFix: ({ suggestion, isTaken }, { node }) => (isTaken ? undefined : replaceWith(node, suggestion)),

  otherFixes: ({ suggestion, isTaken }, { node }) => (isTaken ? [replaceWith(node, suggestion)] : []),
};
