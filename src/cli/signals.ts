import { setImmediate } from 'node:timers/promises';

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs short work that would leave half of a file if it were interrupted. A signal that comes meanwhile ends the
 * program after the work. At all other times there is no handler, and Node.js ends the program at once.
 */
export async function withoutInterruption(work: () => Promise<void>): Promise<void> {
  let heard: NodeJS.Signals | undefined;
  const hear = (signal: NodeJS.Signals): void => {
    heard ??= signal;
  };
  for (const signal of signals) process.on(signal, hear);
  try {
    await work();
  } finally {
    // Lets the handler run for a signal that came last.
    await setImmediate();
    for (const signal of signals) process.off(signal, hear);
    if (heard) process.kill(process.pid, heard);
  }
}
