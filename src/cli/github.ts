import type { Severity } from '../record/severity.ts';
import type { Problem } from './problem.ts';

/** The kinds of annotations, gravest first. */
const kinds: readonly (readonly [kind: string, severities: readonly Severity[]])[] = [
  ['error', ['error']],
  ['warning', ['warning']],
  ['notice', ['information', 'hint']],
];

/** How many annotations of a kind GitHub shows for a step. */
const mostOfKind = 10;

/**
 * The problems as annotations of GitHub Actions: ten of each kind, the gravest first, and how many there are besides.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubOf(problems: readonly Problem[]): string {
  const lines = kinds.flatMap(([kind, severities]) => {
    const ofKind = problems.filter(({ severity }) => severities.includes(severity));
    const shown = ofKind.slice(0, mostOfKind).map((problem) => annotation(kind, problem));
    const more = ofKind.length - shown.length;
    return more > 0 ? [...shown, `::${kind}::${more} more of this kind are not shown`] : shown;
  });
  return lines.map((line) => `${line}\n`).join('');
}

function annotation(kind: string, { file, start, end, rule, message }: Problem): string {
  const properties = {
    file,
    line: start.line,
    col: start.column,
    endLine: end.line,
    endColumn: end.column,
    title: rule,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${kind} ${written.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
