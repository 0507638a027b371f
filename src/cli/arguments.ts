import { parseArgs } from 'node:util';
import { isRuleId, type RuleId } from '../record/rules/index.ts';
import { type Severity, severities } from '../record/severity.ts';

/** The command line, parsed. */
export interface Call {
  readonly format: OutputFormat;
  readonly fix: boolean;
  readonly severities: ReadonlyMap<RuleId, Severity>;
  readonly stdinName: string;
  /** More warnings than this make the exit code 1. */
  readonly maxWarnings: number;
  /** Files, folders, and `-` for standard input. */
  readonly paths: readonly string[];
}

const outputFormats = ['text', 'json', 'sarif'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** Wrong arguments. The message is one line that says what is wrong with them. */
export class WrongCall extends Error {}

export const help = `Usage: backup-response check [options] PATH...

Checks JSON files for mistakes in BackupResponse records. PATH is a file, which is
always checked; a folder, which is searched for files with such records; or - for
standard input.

Options:
  --format text|json|sarif  output format (default: text)
  --fix                     apply lossless fixes and report what remains; with -, print
                            the fixed text to standard output and the report to
                            standard error
  --rule ID=SEVERITY        set a rule to error, warning, information, hint or off;
                            may be repeated
  --stdin-name NAME         file name for standard input: its extension selects JSON or
                            JSON Lines
  --max-warnings N          exit with 1 if there are more than N warnings
  --version                 print the version
  --help                    print this help

Exit codes: 0 no errors, 1 errors, 2 a file could not be read or written, or the
arguments are wrong.
`;

/**
 * Parses the arguments that follow the program's name.
 * @throws {WrongCall} if they are wrong
 */
export function readCall(args: readonly string[]): Call | 'help' | 'version' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  if (values.version) return 'version';
  const [command, ...paths] = positionals;
  if (command !== 'check')
    throw new WrongCall(command ? `unknown command "${command}": use "check"` : 'the command is missing: use "check"');
  if (paths.length === 0) throw new WrongCall('a path is missing: name a file, a folder, or - for standard input');
  const format = outputFormats.find((known) => known === values.format);
  if (!format) throw new WrongCall(`unknown format "${values.format}": use ${outputFormats.join(', ')}`);
  return {
    format,
    fix: values.fix,
    severities: new Map(values.rule.map(readRule)),
    stdinName: values['stdin-name'],
    maxWarnings: readCount(values['max-warnings']),
    paths,
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
        rule: { type: 'string', multiple: true, default: [] },
        'stdin-name': { type: 'string', default: 'stdin' },
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
  const [id = '', severity] = text.split('=');
  if (!isRuleId(id)) throw new WrongCall(`unknown rule "${id}"`);
  const known = severities.find((one) => one === severity);
  if (!known) throw new WrongCall(`unknown severity in "${text}": use ${severities.join(', ')}`);
  return [id, known];
}

function readCount(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(text)) throw new WrongCall(`--max-warnings needs a number, not "${text}"`);
  return Number(text);
}
