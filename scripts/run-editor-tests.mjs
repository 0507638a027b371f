import { runTests } from '@vscode/test-electron';

/*
 * One run of VS Code, in a process of its own: runTests prints what VS Code prints, and test-editor.mjs reads it from
 * here. The argument is JSON: the options of runTests, and timeLimitMs.
 */
const { timeLimitMs, ...options } = JSON.parse(process.argv[2]);

// runTests has no other way to end the VS Code it started than an interrupt.
const interrupt = () => process.emit('SIGINT');
process.once('SIGTERM', interrupt);
// It ends when test-editor.mjs does, even where that was killed.
process.stdin.once('end', interrupt).resume().unref();
const limit = setTimeout(() => {
  console.error(`VS Code did not end within ${timeLimitMs / 1000} s.`);
  interrupt();
  // The second one does not ask.
  setTimeout(interrupt, 5_000).unref();
}, timeLimitMs);

try {
  await runTests(options);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  clearTimeout(limit);
}
