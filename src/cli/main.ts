import { writeFileSync } from 'node:fs';
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
import { FileSearch, type LeftOutReason } from './files.ts';
import { rulePages } from './generated/rule-pages.ts';
import { githubOf } from './github.ts';
import { jsonOf } from './json.ts';
import { type Problem, problemsOf } from './problem.ts';
import { sarifOf } from './sarif.ts';
import { noSettings, readSettings, type Settings } from './settings.ts';
import { textOf } from './text.ts';
import { cleanUpOnSignals, type FileState, writeFile } from './write-file.ts';

/** The program `backup-response`: reads its arguments, checks, says what it found, and leaves an exit code. */
async function main(args: readonly string[]): Promise<number> {
  const call = readCall(args);
  if (call === 'help') return say(process.stdout, help);
  if (call === 'version') return say(process.stdout, `${version}\n`);
  if ('explained' in call) return say(process.stdout, rulePages[call.explained].markdown);
  const run = new Run(call, await settingsOf(call));
  for (const path of call.paths) await (path === '-' ? run.checkStdin() : run.check(path));
  return run.finish();
}

async function settingsOf({ settingsFile }: Call): Promise<Settings> {
  if (settingsFile === undefined) return noSettings;
  try {
    return await readSettings(settingsFile);
  } catch (error) {
    throw new WrongCall(`cannot read the settings in "${settingsFile}": ${reasonOf(error)}`);
  }
}

/** One run over all paths: what was found, and whether everything could be read and written. */
class Run {
  readonly #problems: Problem[] = [];
  readonly #done = new Set<string>();
  readonly #leftOut = new Map<LeftOutReason, number>();
  readonly #severities: ReadonlyMap<RuleId, Severity>;
  readonly #search: FileSearch;
  #records = 0;
  /** What could not be done, a sentence for each. */
  readonly #failures: string[] = [];
  #output: NodeJS.WriteStream = process.stdout;

  constructor(
    readonly call: Call,
    readonly settings: Settings,
  ) {
    this.#severities = new Map([...settings.severities, ...call.severities]);
    this.#search = new FileSearch(settings, {
      unreadable: (path, error) => this.#cannot('read', path, error),
      leftOut: (_path, reason) => this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + 1),
    });
  }

  async check(path: string): Promise<void> {
    const failedBefore = this.#failures.length;
    let hasFile = false;
    for await (const { name, checked, state } of this.#search.check(path)) {
      hasFile = true;
      if (this.#done.has(resolve(name))) continue;
      this.#done.add(resolve(name));
      this.#add(name, this.call.fix ? await this.#fix(name, checked, state) : checked);
    }
    if (hasFile || this.#failures.length > failedBefore || this.call.allowsNoFile) return;
    this.#fail(`no file with backup records in "${escapeControls(path)}"`);
  }

  async checkStdin(): Promise<void> {
    const name = this.call.stdinName;
    const bytes = await buffer(process.stdin);
    const checked = checkFile(bytes, name, this.settings.allowed);
    this.#done.add(name);
    if (!this.call.fix) return this.#add(name, checked);
    const text = this.#fixed(checked);
    const fixed = text === checked.text ? bytes : encode(text, checked.encoding);
    this.#output = process.stderr;
    process.stdout.write(fixed);
    this.#add(name, checkFile(fixed, name, this.settings.allowed));
  }

  finish(): number {
    this.#problems.sort((a, b) => (a.file === b.file ? a.offset - b.offset : a.file < b.file ? -1 : 1));
    const report = this.#report();
    if (this.call.outputFile === undefined) this.#output.write(report);
    else this.#writeReport(this.call.outputFile, report);
    const count = (severity: Severity) => this.#problems.filter((problem) => problem.severity === severity).length;
    if (this.#failures.length > 0) return 2;
    return count('error') > 0 || count('warning') > this.call.maxWarnings ? 1 : 0;
  }

  #report(): string {
    const { format, outputFile, isQuiet } = this.call;
    const problems = isQuiet ? this.#problems.filter(({ severity }) => severity === 'error') : this.#problems;
    if (format === 'github') return githubOf(problems);
    if (format === 'json') return jsonOf(problems);
    if (format === 'sarif') return sarifOf(problems, version, this.#failures);
    const isTerminal = outputFile === undefined && this.#output.isTTY === true;
    const counts = { files: this.#done.size, records: this.#records, leftOut: this.#leftOut };
    return textOf(problems, counts, { isTerminal, hasColours: hasColours(isTerminal) });
  }

  #writeReport(path: string, report: string): void {
    try {
      writeFileSync(path, report);
    } catch (error) {
      this.#cannot('write', path, error);
    }
  }

  #add(name: string, checked: CheckedFile): void {
    this.#records += checked.recordCount;
    for (const problem of problemsOf(name, checked, this.#severities)) this.#problems.push(problem);
  }

  /** Fixes a file where it lies; where it may not be written, it stays as it was. */
  async #fix(name: string, checked: CheckedFile, state: FileState): Promise<CheckedFile> {
    const text = this.#fixed(checked);
    if (text === checked.text) return checked;
    const content = encode(text, checked.encoding);
    try {
      await writeFile(name, content, state);
      return checkFile(content, name, this.settings.allowed);
    } catch (error) {
      this.#cannot('write', name, error);
      return checked;
    }
  }

  #fixed({ text, layout, findings, brokenAt }: CheckedFile): string {
    if (brokenAt !== undefined) return text;
    const severityOf = (rule: RuleId) => this.#severities.get(rule) ?? defaultSeverities[rule];
    const fixer = new Fixer(text, layout, this.settings.allowed);
    const edits = fixer.fixAll(findings, ({ rule }) => severityOf(rule) !== 'off');
    return applyEdits(text, edits);
  }

  #cannot(what: 'read' | 'write', path: string, error: unknown): void {
    this.#fail(`cannot ${what} "${escapeControls(path)}": ${reasonOf(error)}`);
  }

  #fail(sentence: string): void {
    this.#failures.push(sentence);
    say(process.stderr, `backup-response: ${sentence}\n`);
  }
}

/** @see https://no-color.org and https://force-color.org */
function hasColours(isTerminal: boolean): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: no } = process.env;
  if (forced !== undefined && forced !== '') return forced !== '0';
  return isTerminal && !no;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ELOOP') return 'its links lead in a circle';
  return escapeControls(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
}

function say(stream: NodeJS.WriteStream, text: string): number {
  stream.write(text);
  return 0;
}

cleanUpOnSignals();

// Whoever reads no further, such as `head`, has read enough: the exit code stays what it is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  say(process.stderr, `backup-response: cannot write the report: ${reasonOf(error)}\n`);
  process.exitCode = 2;
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode ??= code;
  },
  (error: unknown) => {
    const reason = error instanceof WrongCall ? `${escapeControls(error.message)}. Try --help.` : reasonOf(error);
    say(process.stderr, `backup-response: ${reason}\n`);
    process.exitCode = 2;
  },
);
