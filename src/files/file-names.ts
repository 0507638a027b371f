import type { Format } from '../document/value-scanner.ts';

/** Names of BackupResponse files, whatever they contain. */
export const strongPatterns: readonly string[] = strongNames(['json', 'jsonc']);

/** Names that other files have too: these files get completion, but are checked only if they contain records. */
export const weakPatterns: readonly string[] = ['*.backup.json', 'backup.json', 'backups.json'];

/** How strongly a file name suggests that the file contains backup records. */
export type NameKind = 'strong' | 'weak' | 'none';

const strong = matcher(strongNames(['json', 'jsonc', 'jsonl', 'ndjson']));
const weak = matcher(weakPatterns);

/** @param path with `/` between its parts, as a URI's path has it */
export function nameKind(path: string): NameKind {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (strong.test(name)) return 'strong';
  return weak.test(name) ? 'weak' : 'none';
}

/** The format that the ending of a path stands for; undefined if it stands for none. */
export function formatOf(path: string): Format | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === 'jsonl' || ending === 'ndjson') return 'lines';
  return ending === 'json' || ending === 'jsonc' ? ending : undefined;
}

function strongNames(endings: readonly string[]): string[] {
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
