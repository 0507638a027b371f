import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, type ProgressReport, ProgressReportStage } from '@vscode/test-electron';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Without a network a download fails at once; a silent firewall makes it fail only after this. */
const downloadTimeoutMs = 8_000;

/** The executable of a desktop VS Code, or the reason why there is none, as the end of a sentence. */
export type Desktop = { readonly executable: string } | { readonly executable?: undefined; readonly reason: string };

export interface DesktopOptions {
  /** The only version that is accepted; overrides VSCODE_EXECUTABLE. */
  readonly version?: string | undefined;
  /** Whether a virtual screen (xvfb) is enough. */
  readonly isHidden?: boolean;
}

/**
 * Finds a desktop VS Code, or downloads it: VSCODE_EXECUTABLE if set (the program itself, not the `code` command),
 * otherwise the one that @vscode/test-electron keeps in `.vscode-test/`.
 * @throws {Error} if VSCODE_EXECUTABLE names a file that does not exist
 */
export async function findDesktop({ version, isHidden = false }: DesktopOptions = {}): Promise<Desktop> {
  const chosen = version ? undefined : process.env.VSCODE_EXECUTABLE;
  if (chosen && !existsSync(chosen))
    throw new Error(`VSCODE_EXECUTABLE is "${chosen}", but there is no such file. Correct it or unset it.`);
  if (chosen) return { executable: chosen };
  if (!hasScreen() && !(isHidden && findXvfb()))
    return { reason: isHidden ? 'there is no screen and no xvfb-run' : 'there is no screen' };
  try {
    const executable = await downloadAndUnzipVSCode({
      version: version ?? 'stable',
      cachePath: join(root, '.vscode-test'),
      timeout: downloadTimeoutMs,
      reporter: { report: announceDownload, error: () => {} },
    });
    if (canStart(executable)) return { executable };
    return { reason: 'the downloaded VS Code needs libraries that this machine does not have' };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { reason: `VS Code could not be downloaded (${message})` };
  }
}

/** Whether a window can be shown: on Windows and macOS, and on Linux with a display. */
export function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The path of `xvfb-run`, which runs a program on a virtual screen. */
export function findXvfb(): string | undefined {
  return findOnPath('xvfb-run');
}

/**
 * Finds a program like a shell does.
 * @param name the file's name, with its extension on Windows
 * @returns its path
 */
export function findOnPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function announceDownload(progress: ProgressReport): void {
  if (progress.stage === ProgressReportStage.Downloading && progress.bytesSoFar === 0)
    console.log(`Downloading VS Code (once, ${Math.round(progress.totalBytes / 1e6)} MB) ...`);
}

/** Started as plain Node, it needs no screen, but all its libraries, which containers often lack. */
function canStart(executable: string): boolean {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return spawnSync(executable, ['--version'], { env, timeout: 30_000 }).status === 0;
}
