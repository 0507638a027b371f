import type { Format } from '../document/value-scanner.ts';

/** Names that are always ours: whoever writes them means a BackupResponse file. */
export const strongPatterns: readonly string[] = strongNames(['json', 'jsonc']);

/** Names that bring completion, since others have them too, and findings only where the content counts as a record. */
export const weakPatterns: readonly string[] = ['*.backup.json', 'backup.json', 'backups.json'];

/** What a file's name alone says of it. */
export type NameKind = 'strong' | 'weak' | 'none';

const strong = matcher(strongNames(['json', 'jsonc', 'jsonl', 'ndjson']));
const weak = matcher(weakPatterns);

/** @param path with `/` between its parts, as a URI's path has it */
export function nameKind(path: string): NameKind {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (strong.test(name)) return 'strong';
  return weak.test(name) ? 'weak' : 'none';
}

/** How a file of this name is written; undefined where the name does not say. */
export function formatOf(path: string): Format | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === 'jsonl' || ending === 'ndjson') return 'lines';
  return ending === 'json' || ending === 'jsonc' ? ending : undefined;
}

function strongNames(endings: readonly string[]): string[] {
  return endings.flatMap((ending) => [
    `*.${any('backupresponse')}.${ending}`,
    `*.${any('backup')}-${any('response')}.${ending}`,
    `${any('backupresponse')}.${ending}`,
    `${any('backup')}-${any('response')}.${ending}`,
    `${any('backupresponses')}.${ending}`,
    `${any('backup')}-${any('responses')}.${ending}`,
  ]);
}

/** A glob for a word in any case: VS Code's patterns compare exactly. */
function any(word: string): string {
  return [...word].map((letter) => `[${letter}${letter.toUpperCase()}]`).join('');
}

/** The patterns as one regular expression: of globs they use `*` and sets of letters alone. */
function matcher(patterns: readonly string[]): RegExp {
  const sources = patterns.map((pattern) => pattern.replaceAll('.', '\\.').replaceAll('*', '.*'));
  return new RegExp(`^(?:${sources.join('|')})$`);
}
