import { escapeControls } from '../model/words.ts';

/** Why something could not be done, in a few words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ELOOP') return 'too many levels of symbolic links';
  return escapeControls(error instanceof Error ? error.message.replace(/\n.*/s, '') : String(error));
}
