import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type Failure, failure, nothing, type Results, sumOf } from '../../scripts/results.ts';

/** The reports of the tests, after `BACKUP-RESPONSE-TEST`: test/editor/index.ts writes them. */
type Report =
  | { readonly passed: string }
  | { readonly failed: string; readonly reason: string }
  | { readonly ended: true };

const reportLine = /BACKUP-RESPONSE-TEST (\{.*\})/;

/** In seconds. A slow machine prints less often, one that hangs prints nothing. */
const usualSilence = 90;
/** How long the process has to end what it has started, in milliseconds. */
const patience = 15_000;

/** The part of a child process that is needed. */
export interface TestProcess extends Pick<ChildProcess, 'kill' | 'once'> {
  readonly stdout: Readable;
  readonly stderr: Readable;
}

export interface WatchOptions {
  /** The name of the run, for failures outside of tests. */
  readonly title: string;
  /** Whether to print all output, or the lines about the tests only. */
  readonly isVerbose?: boolean | undefined;
  /** Whether it is right if no test runs. */
  readonly mayBeEmpty?: boolean;
  /** Stands before each line, where several processes print. */
  readonly mark?: string;
  /** Puts the locations in the sources into a stack. */
  readonly mapStack?: (stack: string) => string;
}

/**
 * Reads what a process prints that runs the editor tests, and stops it once it prints nothing for 90 seconds, or for as
 * many as BACKUP_RESPONSE_SILENCE says. The exit code decides, too: a run that ends badly after its tests is a failure.
 * @returns the tests that have ended, also if the run is cut off
 */
export function watchTests(
  child: TestProcess,
  { title, isVerbose = false, mayBeEmpty = false, mark = '', mapStack = (stack) => stack }: WatchOptions,
): Promise<Results> {
  const limit = silenceLimit();
  let passed = 0;
  let hasEnded = false;
  let isSilent = false;
  const failures: Failure[] = [];
  const hidden: string[] = [];

  let timer = setTimeout(stop, limit * 1_000);
  function stop(): void {
    isSilent = true;
    child.kill('SIGTERM');
    timer = setTimeout(() => child.kill('SIGKILL'), patience);
  }
  const read = (line: string) => {
    if (!isSilent) {
      clearTimeout(timer);
      timer = setTimeout(stop, limit * 1_000);
    }
    const report: Report | undefined = JSON.parse(reportLine.exec(line)?.[1] ?? 'null') ?? undefined;
    if (report === undefined) {
      if (isVerbose || line.includes('│ ')) console.log(mark + mapStack(line));
      else hidden.push(line);
    } else if ('passed' in report) passed++;
    else if ('failed' in report) failures.push({ title: report.failed, reason: mapStack(report.reason) });
    else hasEnded = true;
  };
  createInterface(child.stdout).on('line', read);
  createInterface(child.stderr).on('line', read);

  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => {
      clearTimeout(timer);
      const ofTests = { passed, failed: failures.length, failures };
      const isEmpty = passed + failures.length === 0;
      const wanted = failures.length > 0 || isEmpty ? 1 : 0;
      if (hasEnded && isEmpty && code === wanted)
        return resolve(mayBeEmpty ? nothing : failure(`${title}: no test ran.`));
      if (hasEnded && code === wanted) return resolve(ofTests);
      console.log(hidden.join('\n'));
      resolve(sumOf([ofTests, failure(`${title}: ${reasonOf(code ?? signal)}`)]));
    });
  });

  function reasonOf(code: unknown): string {
    if (isSilent)
      return `nothing was printed for ${limit} s, so the run was cut off. BACKUP_RESPONSE_SILENCE sets another number of seconds.`;
    return `VS Code ended with ${code}, ${hasEnded ? 'after' : 'before'} the end of the tests.`;
  }
}

/**
 * For how many seconds a run may print nothing.
 * @throws {Error} if the variable is not a number of seconds
 */
export function silenceLimit(): number {
  const seconds = Number(process.env.BACKUP_RESPONSE_SILENCE || usualSilence);
  if (seconds > 0) return seconds;
  throw new Error('BACKUP_RESPONSE_SILENCE must be a number of seconds above 0, such as 300.');
}
