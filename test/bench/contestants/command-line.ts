import { problemsOf } from '../../../src/cli/report/problem.ts';
import { checkFile } from '../../../src/files/check-file.ts';
import { nothingAllowed } from '../../../src/model/allowed.ts';
import { defaultSettings } from '../../../src/record/settings.ts';

/** Checks the bytes of a file as the command line does: the findings, in words and with positions. */
export function check(bytes: Uint8Array, name: string): number {
  return problemsOf(name, checkFile(bytes, name, nothingAllowed), defaultSettings).length;
}
