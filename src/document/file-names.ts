/** Names that are always ours: whoever writes them means a BackupResponse file. */
export const strongPatterns: readonly string[] = ['json', 'jsonc'].flatMap((ending) => [
  `*.${any('backupresponse')}.${ending}`,
  `*.${any('backup')}-${any('response')}.${ending}`,
  `${any('backupresponse')}.${ending}`,
  `${any('backup')}-${any('response')}.${ending}`,
  `${any('backupresponses')}.${ending}`,
  `${any('backup')}-${any('responses')}.${ending}`,
]);

/** Names that belong to others too: they bring completion, and findings only where the content counts as a record. */
export const weakPatterns: readonly string[] = ['*.backup.json', 'backup.json', 'backups.json'];

/** What a file's name alone says of it. */
export type NameKind = 'strong' | 'weak' | 'none';

const strong = matcher(strongPatterns);
const weak = matcher(weakPatterns);

/** @param path with `/` between its parts, as a URI's path has it */
export function nameKind(path: string): NameKind {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (strong.test(name)) return 'strong';
  return weak.test(name) ? 'weak' : 'none';
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
