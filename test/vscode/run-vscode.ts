import { runTests } from '@vscode/test-electron';

/*
 * One run of VS Code in a process of its own, whose output test-editor.ts reads: `runTests` prints it. The argument is
 * JSON: a `RunOptions`.
 */
export type RunOptions = Parameters<typeof runTests>[0];

const options: RunOptions = JSON.parse(process.argv[2] ?? '');

// `runTests` ends the VS Code it has started on an interrupt, and on nothing else. The second interrupt kills it.
const interrupt = () => {
  process.emit('SIGINT');
  setTimeout(() => process.emit('SIGINT'), 5_000).unref();
};
process.once('SIGTERM', interrupt);
// It ends together with test-editor.ts, even if that is killed.
process.stdin.once('end', interrupt).resume();
(process.stdin as NodeJS.ReadStream).unref();

try {
  await runTests(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
