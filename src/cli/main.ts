import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { version } from '../../package.json';
import { Fixer } from '../document/fix.ts';
import { type CheckedFile, checkFile } from '../files/check-file.ts';
import { encode } from '../files/encoding.ts';
import { applyEdits } from '../record/edit.ts';
import { defaultSeverities, type RuleId } from '../record/rules/index.ts';
import type { Severity } from '../record/severity.ts';
import { escapeControls } from '../record/words.ts';
import { type Call, help, readCall, WrongCall } from './arguments.ts';
import { checkPath, writeWhole } from './files.ts';
import { jsonOf } from './json.ts';
import { type Problem, problemsOf } from './problem.ts';
import { sarifOf } from './sarif.ts';
import { textOf } from './text.ts';

/** The program `backup-response`: reads its arguments, checks, says what it found, and leaves an exit code. */
async function main(args: readonly string[]): Promise<number> {
  const call = readCall(args);
  if (call === 'help') return say(process.stdout, help);
  if (call === 'version') return say(process.stdout, `${version}\n`);
  const run = new Run(call);
  for (const path of call.paths) await (path === '-' ? run.checkStdin() : run.check(path));
  return run.finish();
}

/** One run over all paths: what was found, and whether everything could be read and written. */
class Run {
  readonly #problems: Problem[] = [];
  readonly #done = new Set<string>();
  #hasFailed = false;
  #output: NodeJS.WriteStream = process.stdout;

  constructor(readonly call: Call) {}

  async check(path: string): Promise<void> {
    for await (const { name, checked } of checkPath(path, this.#cannot('read'))) {
      if (this.#done.has(resolve(name))) continue;
      this.#done.add(resolve(name));
      this.#add(name, this.call.fix ? await this.#fix(name, checked) : checked);
    }
  }

  async checkStdin(): Promise<void> {
    const name = this.call.stdinName;
    const bytes = await buffer(process.stdin);
    const checked = checkFile(bytes, name);
    this.#done.add(name);
    if (!this.call.fix) return this.#add(name, checked);
    const text = this.#fixed(checked);
    const fixed = text === checked.text ? bytes : encode(text, checked.encoding);
    this.#output = process.stderr;
    process.stdout.write(fixed);
    this.#add(name, checkFile(fixed, name));
  }

  finish(): number {
    this.#problems.sort((a, b) => (a.file === b.file ? a.offset - b.offset : a.file < b.file ? -1 : 1));
    this.#output.write(this.#report());
    const count = (severity: Severity) => this.#problems.filter((problem) => problem.severity === severity).length;
    if (this.#hasFailed) return 2;
    return count('error') > 0 || count('warning') > this.call.maxWarnings ? 1 : 0;
  }

  #report(): string {
    const { format } = this.call;
    if (format === 'json') return jsonOf(this.#problems);
    if (format === 'sarif') return sarifOf(this.#problems, version);
    const isTerminal = this.#output.isTTY === true;
    return textOf(this.#problems, this.#done.size, isTerminal, isTerminal && !process.env.NO_COLOR);
  }

  #add(name: string, checked: CheckedFile): void {
    for (const problem of problemsOf(name, checked, this.call.severities)) this.#problems.push(problem);
  }

  /** Mends a file where it lies; where it cannot be written, it stays as it was. */
  async #fix(name: string, checked: CheckedFile): Promise<CheckedFile> {
    const text = this.#fixed(checked);
    if (text === checked.text) return checked;
    try {
      await writeWhole(name, text, checked.encoding);
      return checkFile(encode(text, checked.encoding), name);
    } catch (error) {
      this.#cannot('write')(name, error);
      return checked;
    }
  }

  #fixed({ text, layout, findings, brokenAt }: CheckedFile): string {
    if (brokenAt !== undefined) return text;
    const severityOf = (rule: RuleId) => this.call.severities.get(rule) ?? defaultSeverities[rule];
    const edits = new Fixer(text, layout).fixAll(findings, ({ rule }) => severityOf(rule) !== 'off');
    return applyEdits(text, edits);
  }

  #cannot(what: 'read' | 'write') {
    return (path: string, error: unknown): void => {
      this.#hasFailed = true;
      say(process.stderr, `backup-response: cannot ${what} "${escapeControls(path)}": ${reasonOf(error)}\n`);
    };
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}

function say(stream: NodeJS.WriteStream, text: string): number {
  stream.write(text);
  return 0;
}

// Whoever reads no further, such as `head`, ends us; that is no failure of ours.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 2));

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const reason = error instanceof WrongCall ? `${error.message}. Try --help.` : reasonOf(error);
    say(process.stderr, `backup-response: ${reason}\n`);
    process.exitCode = 2;
  },
);
