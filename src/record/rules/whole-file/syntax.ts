import type { Rule } from '../../rule.ts';

/** The tokens that may come next in a JSON text. */
export type Wanted = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'comma or ]' | 'comma or }' | 'end';

/** The kinds of text that are not JSON. */
export type TextKind = keyof typeof textSentences | 'other';

/** Why a text is not JSON. */
export type SyntaxProblem =
  | { readonly problem: 'unexpected' | 'unfinished'; readonly wanted: Wanted }
  | { readonly problem: 'unclosed comment' | 'unclosed string' | 'control character' | 'wrong escape' }
  | { readonly problem: 'unseen character'; readonly character: string; readonly wanted: Wanted }
  | { readonly problem: 'wrong quote'; readonly character: string }
  | { readonly problem: 'text before' | 'text after' | 'no JSON'; readonly kind: TextKind }
  | { readonly problem: 'merge conflict' | 'record per line' | 'several values' | 'several lines' }
  | { readonly problem: 'wrong bytes'; readonly encoding: 'UTF-8' | 'UTF-16' }
  | { readonly problem: 'second encoding' }
  | { readonly problem: 'wrapped'; readonly width: number }
  | { readonly problem: 'wrong encoding'; readonly encoding: string | undefined; readonly opened: string };

/** Found by `document/syntax.ts`; in `.json` and `.jsonc` editors, VS Code's own JSON support reports it instead. */
export const syntax: Rule<'syntax', SyntaxProblem> = {
  id: 'syntax',
  severity: 'error',

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
      case 'unseen character':
        return `Expected ${wantedNames[data.wanted]} here, not the invisible character ${data.character}. Delete it.`;
      case 'wrong quote':
        return `JSON requires straight double quotes, not ${data.character}.`;
      case 'text before':
      case 'text after':
        return data.kind === 'other'
          ? `This text ${data.problem === 'text before' ? 'before' : 'after'} the JSON is not part of it. Remove it.`
          : sentenceFor(data.kind);
      case 'no JSON':
        return data.kind === 'other'
          ? 'There is no JSON in this text. A BackupResponse file holds backup records as JSON.'
          : sentenceFor(data.kind);
      case 'merge conflict':
        return 'Choose one side of this merge conflict, and delete its marks: until then, only its first side is checked.';
      case 'record per line':
        return 'Give the file the extension ".jsonl", or put the records into a list: one record per line is JSON Lines, not JSON.';
      case 'several values':
        return 'A JSON file holds one value. Put the records into a list.';
      case 'several lines':
        return 'Write each record on one line, or give the file the extension ".json": JSON Lines has one record per line.';
      case 'wrapped':
        return `The lines of this text were cut after ${data.width} characters, as a console does. Save what the program writes to a file instead.`;
      case 'wrong bytes':
        return `These bytes are not valid ${data.encoding}. Convert the file from the encoding that it was written in.`;
      case 'wrong encoding':
        return data.encoding === undefined
          ? `Reopen the file with the encoding that it was written in, such as Windows 1252: it is not ${data.opened}.`
          : `Reopen the file as ${data.encoding}: it was opened as ${data.opened}.`;
      case 'second encoding':
        return 'Write all of the file as UTF-8: from here on, it is in another encoding, and the text is not checked.';
    }
  },
};

/** The command that writes JSON in PowerShell. */
const convertToJson = 'Write the file with "ConvertTo-Json -Depth 10".';

/** A name for each kind of text, and the advice. */
const textSentences = {
  compressed: ['a compressed file (gzip, zip or another archive)', 'Unpack it first.'],
  'binary file': ['a binary file', 'Save the backup records as JSON.'],
  'web response': ['the object of Invoke-WebRequest', 'Save its Content, or use "Invoke-WebRequest -OutFile".'],
  'HTTP headers': ['HTTP headers', 'Save only the body of the response.'],
  HTML: ['HTML', 'It may be an error page or a sign-in page: save the response of the API.'],
  CLIXML: ['CLIXML, as Export-Clixml writes it', convertToJson],
  XML: ['XML', 'Save the response of the API as JSON.'],
  'HTML entities': [
    'text with HTML entities (&quot;) in place of quotes',
    'Save the response of the API instead of a page.',
  ],
  CSV: ['CSV', `${convertToJson.slice(0, -1)} instead of Export-Csv.`],
  YAML: ['YAML', 'Convert it, for example with "yq -o json".'],
  JavaScript: ['JavaScript, as console.log prints an object', 'Write the file with "JSON.stringify".'],
  'printed object': ['how a program prints an object', 'Write the file with the JSON library of its language.'],
  Python: ['how Python prints an object', 'Write the file with "json.dump".'],
  'Format-List': ['the output of Format-List', convertToJson],
  'Format-Table': ['the output of Format-Table', convertToJson],
  'PowerShell message': ['a PowerShell message or prompt', 'Remove it.'],
  'code fence': ['a code fence of Markdown', 'Remove it.'],
  'terminal colours': ['color codes for a terminal', 'Write the file without them.'],
  'terminal codes': [
    'codes for a terminal',
    'Redirect what the program writes to a file, not what the terminal shows.',
  ],
} as const;

function sentenceFor(kind: Exclude<TextKind, 'other'>): string {
  const [what, advice] = textSentences[kind];
  const start = /^HTTP |codes/.test(what) ? 'These are' : 'This is';
  return `${start} ${what}, not JSON. ${advice}`;
}

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
