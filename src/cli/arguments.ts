import { parseArgs } from 'node:util';
import { isRuleId, type RuleId } from '../record/rules/index.ts';
import { type Severity, severities } from '../record/severity.ts';

/** The command line, parsed. */
export interface Call {
  readonly format: OutputFormat;
  readonly fix: boolean;
  /** Whether to show what `fix` would do. */
  readonly diff: boolean;
  readonly severities: ReadonlyMap<RuleId, Severity>;
  readonly stdinName: string;
  /** Whether to report errors only. */
  readonly isQuiet: boolean;
  /** Where to write the report; undefined for standard output. */
  readonly outputFile: string | undefined;
  /** Settings of VS Code to take over; undefined for none. */
  readonly settingsFile: string | undefined;
  /** Whether a path without any backup file is no error. */
  readonly allowsNoFile: boolean;
  /** More warnings than this make the exit code 1. */
  readonly maxWarnings: number;
  /** Files, folders, and `-` for standard input. */
  readonly paths: readonly string[];
}

/** A call that asks for the page of a rule. */
export interface Explanation {
  readonly explained: RuleId;
}

const outputFormats = ['text', 'json', 'sarif', 'github'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** Wrong arguments. The message is one line that says what is wrong with them. */
export class WrongCall extends Error {}

export const help = `Usage: backup-response check [options] [PATH...]
       backup-response explain RULE

Checks JSON files for mistakes in BackupResponse records. PATH is a file, which is
always checked; a folder, which is searched for files with such records; a pattern
such as "backups/**/*.json"; or - for standard input. Without a PATH, the current
folder is searched.

Options:
  --format FORMAT           output format: text (the default), json, sarif, or github
                            for annotations in GitHub Actions
  --fix                     apply lossless fixes and report what remains; with -, print
                            the fixed text to standard output and the report to
                            standard error
  --diff                    print what --fix would do to standard output, as a unified
                            diff, and report what it cannot fix to standard error;
                            changes nothing
  --rule ID=SEVERITY        set a rule to error, warning, information, hint or off;
                            may be repeated
  --settings FILE           take the settings backupResponse.* from a settings file of
                            VS Code, such as .vscode/settings.json
  --stdin-filename NAME     file name for standard input: its extension selects JSON or
                            JSON Lines (also --stdin-name)
  --output-file FILE        write the report to a file, in UTF-8
  --quiet                   report errors only
  --max-warnings N          exit with 1 if there are more than N warnings
  --no-error-on-unmatched-pattern
                            do not fail if a path has no file with backup records
  --version                 print the version
  --help                    print this help

Exit codes: 0 no errors, 1 errors, 2 a file could not be read or written, a path has
no file with backup records, or the arguments are wrong.
`;

/**
 * Parses the arguments that follow the program's name.
 * @throws {WrongCall} if they are wrong
 */
export function readCall(args: readonly string[]): Call | Explanation | 'help' | 'version' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  if (values.version) return 'version';
  const [command, ...paths] = positionals;
  if (command === 'explain') return { explained: readRuleId(paths[0] ?? '') };
  if (command !== 'check')
    throw new WrongCall(command ? `unknown command "${command}": use "check"` : 'the command is missing: use "check"');
  const format = outputFormats.find((known) => known === values.format);
  if (values.fix && values.diff) throw new WrongCall('--fix changes files, and --diff does not: use one of them');
  if (!format) throw new WrongCall(`unknown format "${values.format}": use ${outputFormats.join(', ')}`);
  return {
    format,
    fix: values.fix,
    diff: values.diff,
    severities: new Map(values.rule.map(readRule)),
    stdinName: values['stdin-filename'] ?? values['stdin-name'],
    isQuiet: values.quiet,
    outputFile: values['output-file'],
    settingsFile: values.settings,
    allowsNoFile: values['no-error-on-unmatched-pattern'],
    maxWarnings: readCount(values['max-warnings']),
    paths: paths.length > 0 ? [...new Set(paths)] : ['.'],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
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
    const [sentence] = error instanceof Error ? error.message.split('. ') : [String(error)];
    throw new WrongCall(sentence?.replace(/\n.*/s, ''));
  }
}

function readRule(text: string): [RuleId, Severity] {
  const [id = '', ...severity] = text.split('=');
  const known = severities.find((one) => one === severity.join('='));
  if (!known) throw new WrongCall(`unknown severity in "${text}": use ${severities.join(', ')}`);
  return [readRuleId(id), known];
}

function readRuleId(id: string): RuleId {
  if (!isRuleId(id)) throw new WrongCall(id ? `unknown rule "${id}"` : 'the name of a rule is missing');
  return id;
}

function readCount(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(text)) throw new WrongCall(`--max-warnings needs a number, not "${text}"`);
  return Number(text);
}
