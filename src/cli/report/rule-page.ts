import { existsSync, readFileSync } from 'node:fs';
import type { RuleId } from '../../record/rules/index.ts';

/** The page of a rule. */
export interface RulePage {
  /** The mistake that the rule flags. */
  readonly summary: string;
  readonly why: string;
  /** The whole page. */
  readonly markdown: string;
}

/** Both packages have the pages beside the folder of the program; where it runs from its sources, they are further up. */
function pagesFrom(folder: URL): URL {
  const pages = new URL('docs/rules/', folder);
  const above = new URL('..', folder);
  return existsSync(pages) || above.href === folder.href ? pages : pagesFrom(above);
}

/**
 * Reads the page of a rule, `docs/rules/<id>.md`.
 * @throws {Error} if the page is not there
 */
export function readRulePage(id: RuleId): RulePage {
  const markdown = readFileSync(new URL(`${id}.md`, pagesFrom(new URL('.', import.meta.url))), 'utf8').replaceAll(
    '\r\n',
    '\n',
  );
  const part = (start: string, end: string): string =>
    markdown.slice(markdown.indexOf(start) + start.length, markdown.indexOf(end)).trim();
  const summary = part(`# ${id}\n`, '\nDefault severity: ');
  return { summary, why: part('\n## Why it matters\n', '\n## Example\n'), markdown };
}
