import { coveredByFirstLook, type Rule } from '../rule.ts';

/** What may come next in a JSON text. */
export type Wanted = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'comma or ]' | 'comma or }' | 'end';

/** Why a text is not JSON. */
export type SyntaxProblem =
  | { readonly problem: 'unexpected' | 'unfinished'; readonly wanted: Wanted }
  | { readonly problem: 'unclosed comment' | 'unclosed string' | 'control character' | 'wrong escape' }
  | { readonly problem: 'wrong bytes'; readonly encoding: 'UTF-8' | 'UTF-16' };

/** Found by `document/syntax.ts`; in `.json` and `.jsonc` editors, VS Code's own JSON support reports it instead. */
export const syntax: Rule<'syntax', SyntaxProblem> = {
  id: 'syntax',
  severity: 'error',
  passes: coveredByFirstLook,

  message(data) {
    switch (data.problem) {
      case 'unexpected':
        return `Expected ${wantedNames[data.wanted]} here.`;
      case 'unfinished':
        return `The text ends where ${wantedNames[data.wanted]} is expected.`;
      case 'unclosed comment':
        return 'This comment is not closed.';
      case 'unclosed string':
        return 'This string is not closed: the quote at its end is missing.';
      case 'control character':
        return 'A control character in a string must be escaped, such as \\t or \\u0000.';
      case 'wrong escape':
        return 'JSON has no such escape in a string.';
      case 'wrong bytes':
        return `The file is not valid ${data.encoding}.`;
    }
  },
};

const wantedNames: Readonly<Record<Wanted, string>> = {
  value: 'a value',
  'value or ]': 'a value or "]"',
  name: 'a property name in double quotes',
  'name or }': 'a property name in double quotes or "}"',
  colon: 'a colon',
  'comma or ]': 'a comma or "]"',
  'comma or }': 'a comma or "}"',
  end: 'the end of the text',
};
