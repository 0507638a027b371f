import { matchesGlob } from './glob.ts';

/**
 * Whether the patterns of a schema's `fileMatch` match a file, just as in VS Code's JSON service: the last pattern that
 * matches decides, a pattern that starts with `!` excludes files, and an invalid pattern disables all of them.
 * @param patterns whatever the user or an extension has written
 * @param uri of the file, without query and fragment, and not percent-encoded
 * @param folder the only folder in which the patterns apply; its URI, not percent-encoded
 * @see FilePatternAssociation in jsonSchemaService.ts of vscode-json-languageservice
 */
export function matchesFile(patterns: unknown, uri: string, folder?: string): boolean {
  if (folder !== undefined && !uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`)) return false;
  try {
    let isMatch = false;
    for (const written of patterns as Iterable<string>) {
      const isExclusion = written[0] === '!';
      const pattern = isExclusion ? written.substring(1) : written;
      if (pattern.length > 0 && matchesGlob(inAnyFolder(pattern), uri)) isMatch = !isExclusion;
    }
    return isMatch;
  } catch {
    return false;
  }
}

/** Whether a pattern is valid. An invalid one disables all the patterns of its `fileMatch`. */
export function isPattern(pattern: string): boolean {
  return matchesFile([pattern, '**'], '');
}

/** A slash at the start of a pattern has no effect: every pattern applies in every folder. */
function inAnyFolder(pattern: string): string {
  return `**/${pattern.replace(/^\//, '')}`;
}
