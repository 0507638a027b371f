import { setImmediate } from 'node:timers/promises';

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs work that leaves something behind if it is interrupted. A signal aborts it, and the program ends by that signal
 * when the work has cleaned up. At all other times there is no handler, and Node.js ends the program at once.
 * @param work stops soon after its argument is aborted
 */
export async function untilSignal<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let heard: NodeJS.Signals | undefined;
  const hear = (signal: NodeJS.Signals): void => {
    heard ??= signal;
    controller.abort();
  };
  for (const signal of signals) process.on(signal, hear);
  try {
    return await work(controller.signal);
  } finally {
    // A signal that came last has its turn.
    await setImmediate();
    for (const signal of signals) process.off(signal, hear);
    if (heard) process.kill(process.pid, heard);
  }
}
