import { parseArgs } from 'node:util';
import { isRuleId, type RuleId } from '../record/rules/index.ts';
import { type Severity, severities } from '../record/severity.ts';

/** What a call of the command asks for. */
export interface Call {
  readonly format: OutputFormat;
  readonly fix: boolean;
  readonly severities: ReadonlyMap<RuleId, Severity>;
  readonly stdinName: string;
  /** How many warnings are still no failure. */
  readonly maxWarnings: number;
  /** Files, folders, and `-` for standard input. */
  readonly paths: readonly string[];
}

const outputFormats = ['text', 'json', 'sarif'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** A call that is wrong, with the one line that says how. */
export class WrongCall extends Error {}

export const help = `Usage: backup-response check [options] PATH...

Checks JSON files that hold BackupResponse records. PATH is a file, which is always
checked; a folder, which is searched for such files; or - for standard input.

Options:
  --format text|json|sarif  how to say what was found (text)
  --fix                     apply the fixes that lose nothing, and say what is left;
                            with - the mended text goes to standard output
  --rule ID=SEVERITY        error, warning, information, hint or off; may be repeated
  --stdin-name NAME         the name to check standard input as: its ending decides
                            between JSON and JSON Lines
  --max-warnings N          fail when there are more than N warnings
  --version                 print the version
  --help                    print this

Exit code: 0 without errors, 1 with errors, 2 when a path cannot be read or the call
is wrong.
`;

/**
 * Reads the arguments behind the program's name.
 * @throws {WrongCall} where they are wrong
 */
export function readCall(args: readonly string[]): Call | 'help' | 'version' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  if (values.version) return 'version';
  const [command, ...paths] = positionals;
  if (command !== 'check') throw new WrongCall(command ? `unknown command "${command}"` : 'a command is missing');
  if (paths.length === 0) throw new WrongCall('a path is missing');
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
  if (!/^\d+$/.test(text)) throw new WrongCall(`--max-warnings takes a number, not "${text}"`);
  return Number(text);
}
