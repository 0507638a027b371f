import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { program, runProgram } from './program.mjs';

export { program, runProgram };
export const golden = join(import.meta.dirname, '..', 'golden');

/** A folder for the files of a test file, which goes when its tests have ended. */
export const folder = mkdtempSync(join(tmpdir(), 'backup-response-'));
after(() => rmSync(folder, { recursive: true }));

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/**
 * Runs the program in the folder; one that hangs is killed, and has no exit code.
 * @param flags of Node: with them, it is a process of its own
 */
export function run(
  args: readonly string[],
  input: string | Uint8Array = '',
  flags: readonly string[] = [],
  variables: Readonly<Record<string, string>> = {},
): Outcome {
  const options = { cwd: folder, input, env: { ...process.env, ...variables } };
  const { status, stdout, stderr } =
    flags.length === 0
      ? runProgram(args, options)
      : spawnSync(process.execPath, [...flags, program, ...args], {
          ...options,
          encoding: 'utf8',
          maxBuffer: 1 << 28,
          timeout: 60_000,
        });
  return { code: status, out: stdout, error: stderr };
}

export function check(...args: string[]): Outcome {
  return run(['check', ...args]);
}

/** Writes a file into the folder. @returns its name */
export function write(name: string, content: string | Uint8Array): string {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
  return name;
}

export const id = '"jobId": "3469b87d-48ca-439a-868f-2160001da8c1"';
export const clean = `{ ${id}, "status": "COMPLETE", "type": "BACKUP" }`;
export const broken = `{ ${id}, "status": "complete", "type": "BACKUP" }`;

export const onUnix = { skip: process.platform === 'win32' };

/** In each of them a file is read, and written again by `--fix`. */
export const encodings = [
  'utf-8',
  'utf-8 with BOM',
  'utf-16le',
  'utf-16be',
  'utf-16le without BOM',
  'utf-16be without BOM',
] as const;
