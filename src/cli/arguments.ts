import { parseArgs } from 'node:util';
import { type Severity, severities } from '../model/severity.ts';
import { isRuleId, type RuleId } from '../record/rules/index.ts';
import type { Severities } from '../record/settings.ts';
import { reasonOf } from './reason.ts';

/** The arguments that all commands have that read files. */
export interface InputCall {
  /** Those that `--rule` sets. */
  readonly severities: Partial<Severities>;
  readonly stdinName: string;
  /** Where to write the report; undefined for standard output. */
  readonly outputFile: string | undefined;
  /** A settings file of VS Code; undefined for none. */
  readonly settingsFile: string | undefined;
  /** Whether a path may be without any backup file. */
  readonly allowsNoFile: boolean;
  /** Files, folders, and `-` for standard input. */
  readonly paths: readonly string[];
}

/** A call that checks, parsed. */
export interface CheckCall extends InputCall {
  readonly command: 'check';
  readonly format: OutputFormat;
  readonly fix: boolean;
  /** Whether to show the changes that `fix` would make. */
  readonly diff: boolean;
  /** Whether to report errors only. */
  readonly isQuiet: boolean;
  /** More warnings than this make the exit code 1. */
  readonly maxWarnings: number;
}

/** A call that lists records. */
export interface ListCall extends InputCall {
  readonly command: 'list';
  readonly format: ListFormat;
}

/** A call that asks for the page of a rule. */
export interface Explanation {
  readonly explained: RuleId;
}

const outputFormats = ['text', 'json', 'sarif', 'github'] as const;
export type OutputFormat = (typeof outputFormats)[number];

const listFormats = ['table', 'csv', 'json'] as const;
export type ListFormat = (typeof listFormats)[number];

/** Wrong arguments. The message says in one line why they are wrong. */
export class WrongCall extends Error {}

export const help = `Usage: backup-response check [options] [PATH...]
       backup-response list [options] [PATH...]
       backup-response explain RULE

Checks JSON files for mistakes in BackupResponse records, or lists the records that
they hold. PATH is a file, which is always read; a folder, which is searched for files
with such records; a pattern such as "backups/**/*.json"; or - for standard input.
Without a PATH, the current folder is searched.

Options of check:
  --format FORMAT           output format: text (the default), json, sarif, or github
                            for annotations in GitHub Actions
  --fix                     apply lossless fixes and report what remains; with -, print
                            the fixed text to standard output and the report to
                            standard error
  --diff                    print what --fix would do to standard output, as a unified
                            diff, and report what it cannot fix to standard error, with
                            the counts before and after; changes nothing
  --quiet                   report errors only
  --max-warnings N          exit with 1 if there are more than N warnings

Options of list, which has a line for each record, with its findings as a count:
  --format FORMAT           output format: table (the default; it is cut to the width of
                            a terminal), csv, or json

Options of both:
  --rule ID=SEVERITY        set a rule to error, warning, information, hint or off;
                            may be repeated
  --settings FILE           take the settings backupResponse.* and json.schemas from a
                            settings file of VS Code, such as .vscode/settings.json
  --stdin-filename NAME     file name for standard input: its extension selects JSON or
                            JSON Lines (also --stdin-name)
  --output-file FILE        write the report to a file, in UTF-8
  --no-error-on-unmatched-pattern
                            do not fail if a path has no file with backup records
  --version                 print the version
  --help                    print this help

Exit codes: 0 no errors, 1 errors (of check only), 2 a file could not be read or
written, a path has no file with backup records, or the arguments are wrong.
`;

/**
 * Parses the arguments that follow the program's name.
 * @throws {WrongCall} if they are wrong
 */
export function readCall(args: readonly string[]): CheckCall | ListCall | Explanation | 'help' | 'version' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  if (values.version) return 'version';
  const [command, ...paths] = positionals;
  if (command === 'explain') return { explained: readRuleId(paths[0]) };
  if (command === 'check') return { command, ...readCheck(values), ...readInputs(values, paths) };
  if (command === 'list') return { command, ...readList(values), ...readInputs(values, paths) };
  const advice = 'use "check" or "list"';
  throw new WrongCall(command ? `unknown command "${command}": ${advice}` : `the command is missing: ${advice}`);
}

type Values = ReturnType<typeof parse>['values'];

function readCheck(values: Values): Omit<CheckCall, 'command' | keyof InputCall> {
  if (values.fix && values.diff) throw new WrongCall('--fix changes files, and --diff does not: use one of them');
  return {
    format: readFormat(values.format, outputFormats),
    fix: values.fix,
    diff: values.diff,
    isQuiet: values.quiet,
    maxWarnings: readCount(values['max-warnings']),
  };
}

function readList(values: Values): Pick<ListCall, 'format'> {
  const wrong = (['fix', 'diff', 'quiet', 'max-warnings'] as const).find((name) => values[name]);
  if (wrong) throw new WrongCall(`--${wrong} is an option of "check", not of "list"`);
  return { format: readFormat(values.format, listFormats) };
}

function readInputs(values: Values, paths: readonly string[]): InputCall {
  return {
    severities: Object.fromEntries(values.rule.map(readRule)),
    stdinName: values['stdin-filename'] ?? values['stdin-name'],
    outputFile: values['output-file'],
    settingsFile: values.settings,
    allowsNoFile: values['no-error-on-unmatched-pattern'],
    paths: paths.length > 0 ? [...new Set(paths)] : ['.'],
  };
}

/** The first format is the default. */
function readFormat<Format extends string>(format: string | undefined, known: readonly [Format, ...Format[]]): Format {
  const found = format === undefined ? known[0] : known.find((one) => one === format);
  if (!found) throw new WrongCall(`unknown format "${format}": use ${known.join(', ')}`);
  return found;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        fix: { type: 'boolean', default: false },
        diff: { type: 'boolean', default: false },
        rule: { type: 'string', multiple: true, default: [] },
        'stdin-name': { type: 'string', default: 'stdin' },
        'stdin-filename': { type: 'string' },
        settings: { type: 'string' },
        'output-file': { type: 'string' },
        quiet: { type: 'boolean', default: false },
        'no-error-on-unmatched-pattern': { type: 'boolean', default: false },
        'max-warnings': { type: 'string' },
        version: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    // Node's message has several sentences, some of them on a line of their own.
    throw new WrongCall(reasonOf(error).replace(/\.(?: .*)?$/, ''));
  }
}

function readRule(text: string): [RuleId, Severity] {
  const [id, ...severity] = text.split('=');
  const known = severities.find((one) => one === severity.join('='));
  if (!known) throw new WrongCall(`unknown severity in "${text}": use ${severities.join(', ')}`);
  return [readRuleId(id), known];
}

function readRuleId(id: string | undefined): RuleId {
  if (!id) throw new WrongCall('the name of a rule is missing');
  if (!isRuleId(id)) throw new WrongCall(`unknown rule "${id}"`);
  return id;
}

function readCount(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(text)) throw new WrongCall(`--max-warnings needs a number, not "${text}"`);
  return Number(text);
}
