import { version } from '../../package.json';
import { noCounts } from '../model/severity-counts.ts';
import { escapeControls } from '../model/words.ts';
import { type CheckCall, help, type InputCall, type ListCall, readCall, WrongCall } from './arguments.ts';
import { Check, reportStream } from './check.ts';
import { CsvList } from './list/list-csv.ts';
import { TableList } from './list/list-table.ts';
import { type ListedRecord, listedRecords, recordJson } from './list/listed-record.ts';
import { assertOutputIsNoInput } from './output-file.ts';
import { progress } from './progress.ts';
import { reasonOf } from './reason.ts';
import { GithubReport } from './report/github.ts';
import { JsonReport, problemJson } from './report/json.ts';
import type { Problem } from './report/problem.ts';
import type { Report } from './report/report.ts';
import { readRulePage } from './report/rule-page.ts';
import { SarifReport } from './report/sarif.ts';
import { hasColours, TextReport } from './report/text.ts';
import { type Command, run } from './run.ts';
import { noSettings, readSettings, type Settings } from './settings.ts';

/** Runs the program `backup-response`. @returns the exit code */
async function main(args: readonly string[]): Promise<number> {
  const call = readCall(args);
  if (call === 'help') return say(process.stdout, help);
  if (call === 'version') return say(process.stdout, `${version}\n`);
  if ('explained' in call) return say(process.stdout, readRulePage(call.explained).markdown);
  const settings = await settingsOf(call);
  if (call.command === 'list') return run(call, settings, list(call, settings));
  return run(call, settings, new Check(call, settings, reportOf(call)));
}

/** The settings of a call, and a check of its output file. `--rule` takes precedence over the settings file. */
async function settingsOf(call: InputCall): Promise<Settings> {
  const { settingsFile: file } = call;
  const read =
    file === undefined
      ? noSettings
      : await readSettings(file).catch((error: unknown) => {
          throw new WrongCall(`cannot read the settings in "${file}": ${reasonOf(error)}`);
        });
  const settings = { ...read, severities: { ...read.severities, ...call.severities } };
  assertOutputIsNoInput(call, settings);
  return settings;
}

function reportOf(call: CheckCall): Report<Problem> {
  switch (call.format) {
    case 'github':
      return new GithubReport();
    case 'json':
      return new JsonReport(problemJson);
    case 'sarif':
      return new SarifReport(version);
    case 'text': {
      const isTerminal = call.outputFile === undefined && reportStream(call).isTTY === true;
      return new TextReport({ isTerminal, hasColours: hasColours(isTerminal, process.env) });
    }
  }
}

/** The command `list`. No finding changes its exit code. */
function list(call: ListCall, settings: Settings): Command<ListedRecord> {
  return {
    report: listOf(call),
    stream: process.stdout,
    entriesOf: async ({ name, checked }) => listedRecords(name, checked, settings),
    counts: { recordCount: 0, problemCounts: noCounts, remainingCounts: undefined },
    exitCode: 0,
  };
}

function listOf({ format, outputFile }: ListCall): Report<ListedRecord> {
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

// A reader such as `head` may close the pipe early. That is not an error.
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
