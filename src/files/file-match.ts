import { createRegex } from 'vscode-json-languageservice/lib/esm/utils/glob.js';

/**
 * Whether the patterns of a schema's `fileMatch` take a file, judged just as VS Code's JSON service does, with its own
 * globs: the last pattern that matches decides, `!` in front of it refuses, and a pattern that is none spoils them all.
 * @param patterns whatever the user or an extension wrote there
 * @param uri of the file, without query and fragment, its characters not percent-encoded
 * @param folder to which the patterns are confined, written likewise
 * @see FilePatternAssociation in jsonSchemaService.ts of vscode-json-languageservice
 */
export function matchesFile(patterns: unknown, uri: string, folder?: string): boolean {
  if (folder !== undefined && !uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`)) return false;
  try {
    let matches = false;
    for (const written of patterns as Iterable<string>) {
      const isRefusal = written[0] === '!';
      const pattern = isRefusal ? written.substring(1) : written;
      if (pattern.length > 0 && matcher(pattern).test(uri)) matches = !isRefusal;
    }
    return matches;
  } catch {
    return false;
  }
}

/** Whether a pattern can stand in a `fileMatch` without spoiling it. */
export function isPattern(pattern: string): boolean {
  return matchesFile([pattern, '**'], '');
}

/** Wherever the folders before it end: a slash in front changes nothing. */
function matcher(pattern: string): RegExp {
  return createRegex(`**/${pattern.replace(/^\//, '')}`, { extended: true, globstar: true });
}
