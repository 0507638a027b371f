import { version } from '../../package.json';
import { escapeControls } from '../model/words.ts';
import { type Call, help, type InputCall, type ListCall, readCall, WrongCall } from './arguments.ts';
import { ListRun } from './list/list.ts';
import { CsvList } from './list/list-csv.ts';
import { TableList } from './list/list-table.ts';
import { type ListedRecord, recordJson } from './list/listed-record.ts';
import { mustSpareInputs } from './output-file.ts';
import { progress } from './progress.ts';
import { reasonOf } from './reason.ts';
import { GithubReport } from './report/github.ts';
import { JsonReport, problemJson } from './report/json.ts';
import type { Problem } from './report/problem.ts';
import type { Report } from './report/report.ts';
import { readRulePage } from './report/rule-page.ts';
import { hasColours, TextReport } from './report/text.ts';
import { Run, reportStream } from './run.ts';
import { noSettings, readSettings, type Settings } from './settings.ts';

/** The program `backup-response`: reads its arguments, checks, says what it found, and leaves an exit code. */
async function main(args: readonly string[]): Promise<number> {
  const call = readCall(args);
  if (call === 'help') return say(process.stdout, help);
  if (call === 'version') return say(process.stdout, `${version}\n`);
  if ('explained' in call) return say(process.stdout, readRulePage(call.explained).markdown);
  return call.command === 'list' ? list(call) : check(call);
}

async function check(call: Call): Promise<number> {
  const run = new Run(call, await settingsOf(call), await reportOf(call));
  for (const path of call.paths) await (path === '-' ? run.checkStdin() : run.check(path));
  return run.finish();
}

async function list(call: ListCall): Promise<number> {
  const run = new ListRun(call, await settingsOf(call), recordListOf(call));
  for (const path of call.paths) await (path === '-' ? run.addStdin() : run.add(path));
  return run.finish();
}

/** The settings of a call whose output takes the place of no input. `--rule` goes before the settings file. */
async function settingsOf(call: InputCall): Promise<Settings> {
  const inFile = await settingsIn(call);
  const settings = { ...inFile, severities: { ...inFile.severities, ...call.severities } };
  mustSpareInputs(call, settings);
  return settings;
}

async function settingsIn({ settingsFile }: InputCall): Promise<Settings> {
  if (settingsFile === undefined) return noSettings;
  try {
    return await readSettings(settingsFile);
  } catch (error) {
    throw new WrongCall(`cannot read the settings in "${settingsFile}": ${reasonOf(error)}`);
  }
}

async function reportOf(call: Call): Promise<Report<Problem>> {
  switch (call.format) {
    case 'github':
      return new GithubReport();
    case 'json':
      return new JsonReport(problemJson);
    case 'sarif': {
      // It needs all pages of the rules, and takes a while to load.
      const { SarifReport } = await import('./report/sarif.ts');
      return new SarifReport(version);
    }
    case 'text': {
      const isTerminal = call.outputFile === undefined && reportStream(call).isTTY === true;
      return new TextReport({ isTerminal, hasColours: hasColours(isTerminal, process.env) });
    }
  }
}

function recordListOf({ format, outputFile }: ListCall): Report<ListedRecord> {
  switch (format) {
    case 'csv':
      return new CsvList();
    case 'json':
      return new JsonReport(recordJson);
    case 'table':
      // Only a terminal has columns.
      return new TableList(outputFile === undefined ? process.stdout.columns : undefined);
  }
}

function say(stream: NodeJS.WriteStream, text: string): number {
  progress.clear(text);
  stream.write(text);
  return 0;
}

// Whoever reads no further, such as `head`, has read enough: the exit code stays what it is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  say(process.stderr, `backup-response: cannot write the report: ${reasonOf(error)}\n`);
  process.exitCode = 2;
});

main(process.argv.slice(2))
  .finally(() => progress.clear())
  .then(
    (code) => {
      process.exitCode ??= code;
    },
    (error: unknown) => {
      const reason = error instanceof WrongCall ? `${escapeControls(error.message)}. Try --help.` : reasonOf(error);
      say(process.stderr, `backup-response: ${reason}\n`);
      process.exitCode = 2;
    },
  );
