import { problemsOf } from '../../../src/cli/report/problem.ts';
import { checkFile } from '../../../src/files/check-file.ts';
import { defaultSettings } from '../../../src/record/settings.ts';

/** Checks the bytes of a file as the command line does: the findings, in words and with positions. */
export function check(bytes: Uint8Array, name: string): number {
  const checked = checkFile(bytes, name, defaultSettings.allowed);
  return problemsOf(name, checked, defaultSettings).length;
}
