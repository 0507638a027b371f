import { resolve } from 'node:path';
import type { Severity } from '../../model/severity.ts';
import { escapeControls } from '../../model/words.ts';
import type { Problem } from './problem.ts';
import type { Report } from './report.ts';
import { pathFrom, repositoryRoot } from './repository.ts';

/** The kinds of annotations, gravest first. */
const kinds: readonly (readonly [name: string, severities: readonly Severity[]])[] = [
  ['error', ['error']],
  ['warning', ['warning']],
  ['notice', ['information', 'hint']],
];

/** How many annotations of a kind GitHub shows for a step. */
const maxOfKind = 10;

/**
 * The problems as annotations of GitHub Actions: ten of each kind, the gravest first, and the number of the others.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export class GithubReport implements Report<Problem> {
  readonly #root = repositoryRoot();
  readonly #kinds = kinds.map(([name, severities]) => ({ name, severities, lines: [] as string[], count: 0 }));

  add(problems: Iterable<Problem>): Iterable<string> {
    for (const problem of problems) {
      const kind = this.#kinds.find(({ severities }) => severities.includes(problem.severity));
      if (kind && ++kind.count <= maxOfKind) kind.lines.push(`${annotation(kind.name, problem, this.#root)}\n`);
    }
    return [];
  }

  end(): Iterable<string> {
    return this.#kinds.flatMap(({ name, lines, count }) => {
      const more = count - lines.length;
      return more > 0
        ? [...lines, `::${name}::${more} more of this kind ${more === 1 ? 'is' : 'are'} not shown\n`]
        : lines;
    });
  }
}

function annotation(kind: string, { file, start, end, rule, message }: Problem, root: string): string {
  const properties = {
    file: pathFrom(root, file) ?? resolve(file),
    line: start.line,
    col: start.column,
    endLine: end.line,
    endColumn: end.column,
    title: rule,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${kind} ${written.join(',')}::${escapeData(message)}`;
}

/** GitHub decodes line ends. Other control characters would reach a terminal that shows the log. */
function escapeData(text: string): string {
  const printable = text.replace(/[^\r\n]+/g, escapeControls);
  return printable.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
