import { shorten } from '../../../model/words.ts';
import { matchAt } from '../around.ts';
import { Cursor } from '../cursor.ts';
import type { Problem } from '../reading.ts';

/** PowerShell takes the dashes of a word processor for its own. */
export const dash = '[-\\u2013-\\u2015]';

const blanks = /(?:[^\S\r\n]+|`[^\S\r\n]*(?:\r\n?|\n|$)|<#[\s\S]*?(?:#>|$))*/y;
const blanksAndLines = /(?:\s+|`[^\S\r\n]*(?=[\r\n]|$)|<#[\s\S]*?(?:#>|$)|#[^\r\n]*)*/y;
/** An expression, or enough of it to be known again. */
const expression = /\$\w+(?=")|(?:[^\r\n;|{}()]|\([^()\r\n]*\)?|\{[^{}\r\n]*\}?){1,60}/y;
const lineEnd = /[\r\n]|$/g;
const commandName = `(?:Initialize|New)${dash}[\\w.\\\\]*Backup`;
const moduleName = '(?:\\w[\\w.]*\\\\)?';

/** A call that makes a record, in any version of the SDK and as its documentation spells it. */
export const responseCall = new RegExp(`${moduleName}${commandName}Response\\b`, 'iy');
/** The same anywhere in a text. */
export const anyResponseCall = new RegExp(`${commandName}Response\\b`, 'i');
/** A call that makes the options of a record. */
export const optionsCall = new RegExp(`${moduleName}${commandName}Options\\b`, 'iy');

/** A value that a statement makes. */
export interface Made {
  /** The value as JSON. */
  readonly json: string;
  /** Where the statement is. */
  readonly offset: number;
  readonly end: number;
  /** Whether another value has it in it. */
  isUsed: boolean;
}

/** A variable: its value, or the reason why it has none. */
type Variable = Made | { readonly problem: Problem };

/** How much text the values of variables may add up to. Without a limit, forty short lines can double a text forty times. */
const maxSubstituted = 2_000_000;

/** A PowerShell text that is being read, with its variables and results so far. */
export class PowerShellText extends Cursor {
  readonly records: string[] = [];
  /** The results of all statements, in their order. */
  readonly made: Made[] = [];
  /** Why the first statement that is about a record could not be read, although others could. */
  passedOver: Problem | undefined;
  readonly #variables = new Map<string, Variable>();
  #substituted = 0;

  /**
   * @param readCall reads a call of the SDK. A call has values, and `( … )` is a value that holds a call, so the module of
   * the values gets it here instead of importing that of the calls.
   */
  constructor(
    text: string,
    readonly readCall: (source: PowerShellText) => string | undefined,
  ) {
    super(text);
  }

  /** Skips white space, comments and the line ends that a backtick hides. */
  skipBlanks(): void {
    this.take(blanks);
  }

  /** Skips these and line ends. */
  skipLines(): void {
    this.take(blanksAndLines);
  }

  skipLine(): void {
    this.takeUntil(lineEnd);
  }

  assign(name: string, variable: Variable): void {
    this.#variables.set(name.toLowerCase(), variable);
  }

  /**
   * The value of a variable as JSON.
   * @param offset of the variable, for the problem if it has no value
   */
  substitute(name: string, offset: number): string | undefined {
    const variable = this.#variables.get(name.toLowerCase());
    if (!variable) return this.fail(`The variable $${name} has no value here.`, offset);
    if ('problem' in variable) return this.fail(variable.problem.message, variable.problem.offset);
    variable.isUsed = true;
    this.#substituted += variable.json.length;
    if (this.#substituted > maxSubstituted) return this.fail('The values of the variables are too long.', offset);
    return variable.json;
  }

  /** Fails at something that would have to be run, which starts at an offset. */
  failAtCode(offset: number): undefined {
    const [code = ''] = matchAt(expression, this.text, offset) ?? [];
    return this.fail(`Only values can be read here: ${shorten(code.trim())} would have to be run.`, offset);
  }
}
