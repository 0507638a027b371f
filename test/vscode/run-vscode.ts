import { runTests } from '@vscode/test-electron';

/*
 * One run of VS Code in a process of its own, whose output test-editor.ts reads: `runTests` prints it. The argument is
 * JSON: a `RunOptions`.
 */
export type RunOptions = Parameters<typeof runTests>[0] & { readonly timeLimitMs: number };

const { timeLimitMs, ...options }: RunOptions = JSON.parse(process.argv[2] ?? '');

// `runTests` ends the VS Code it has started on an interrupt, and on nothing else.
const interrupt = () => process.emit('SIGINT');
process.once('SIGTERM', interrupt);
// It ends together with test-editor.ts, even if that is killed.
process.stdin.once('end', interrupt).resume();
(process.stdin as NodeJS.ReadStream).unref();
const timeout = setTimeout(() => {
  console.error(`VS Code did not end within ${timeLimitMs / 1000} s.`);
  interrupt();
  // The second interrupt kills it.
  setTimeout(interrupt, 5_000).unref();
}, timeLimitMs);

try {
  await runTests(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  clearTimeout(timeout);
}
