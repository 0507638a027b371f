import type { Format } from '../document/value-scanner.ts';

/** Names of BackupResponse files, whatever they contain, with the endings for which VS Code has JSON schemas. */
export const namePatterns: readonly string[] = patternsWith(['json', 'jsonc']);

const ourName = matcher(patternsWith(['json', 'jsonc', 'jsonl', 'ndjson']));

/**
 * Whether a file is ours by its name alone.
 * @param path with `/` between its parts, as a URI's path has it
 */
export function isOurName(path: string): boolean {
  return ourName.test(path.slice(path.lastIndexOf('/') + 1));
}

/** The format that the ending of a path stands for; undefined if it stands for none. */
export function formatOf(path: string): Format | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === 'jsonl' || ending === 'ndjson') return 'lines';
  return ending === 'json' || ending === 'jsonc' ? ending : undefined;
}

function patternsWith(endings: readonly string[]): string[] {
  return endings
    .map(inAnyCase)
    .flatMap((ending) => [
      `*.${inAnyCase('backupresponse')}.${ending}`,
      `*.${inAnyCase('backup')}-${inAnyCase('response')}.${ending}`,
      `${inAnyCase('backupresponse')}.${ending}`,
      `${inAnyCase('backup')}-${inAnyCase('response')}.${ending}`,
      `${inAnyCase('backupresponses')}.${ending}`,
      `${inAnyCase('backup')}-${inAnyCase('responses')}.${ending}`,
    ]);
}

/** A glob that matches a word in upper and lower case: VS Code's globs are case-sensitive. */
export function inAnyCase(word: string): string {
  return [...word].map((letter) => `[${letter}${letter.toUpperCase()}]`).join('');
}

/** A regular expression that matches any of the patterns, whose only special characters are `*` and sets of letters. */
function matcher(patterns: readonly string[]): RegExp {
  const sources = patterns.map((pattern) => pattern.replaceAll('.', '\\.').replaceAll('*', '.*'));
  return new RegExp(`^(?:${sources.join('|')})$`);
}
