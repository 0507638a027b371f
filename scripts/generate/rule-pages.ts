import { readFileSync } from 'node:fs';
import { defaultSeverities, type RuleId, ruleIds } from '../../src/record/rules/index.ts';
import { table } from './markdown.ts';
import { type Example, fixesCell, fixesLine, ruleFixes } from './rule-fixes.ts';

/** Where the pages of the rules are, from the root of the repository, which is where npm runs its scripts. */
export const pagesFolder = 'docs/rules';

/** The parts of the page of a rule, as Markdown. */
export interface RulePage {
  /** The mistake that the rule flags, in one sentence or two. */
  readonly summary: string;
  /** The effect of the mistake on those who use the record. */
  readonly why: string;
  /** A file that has the mistake, and the same file fixed; undefined if nothing in the file can fix it. */
  readonly example: string;
  readonly fixed: string | undefined;
  /** The example, and those of the sections after it. */
  readonly examples: readonly Example[];
}

/** @throws {Error} if there is no page, or a part of it is missing */
export function readRulePage(id: RuleId): RulePage {
  const text = readPage(id);
  const part = (pattern: RegExp): string | undefined => pattern.exec(text)?.[1]?.trim();
  const summary = part(/^# .+?\n\n(.+?)\n\nDefault severity: /s);
  const why = part(/\n## Why it matters\n\n(.+?)\n\n## Example\n/s);
  const example = part(/\n## Example\n\n```json\n(.+?)\n```\n/s);
  const fixed = part(/\nFixed:\n\n```json\n(.+?)\n```\n/s);
  if (!text.startsWith(`# ${id}\n`) || !summary || !why || !example) {
    throw new Error(
      `${pathOf(id)} must have the title "${id}", a summary, "Default severity:", "Why it matters" and "Example"`,
    );
  }
  const blocks = [...text.matchAll(/^```(jsonl?)\n(.+?)\n```$/gms)].map(
    ([, language = '', block = '']) => [language, block] as const,
  );
  return { summary, why, example, fixed, examples: blocks.filter(([, block]) => block !== fixed) };
}

/** The page of a rule, with the default severity that the rule has, and the way to a fix. */
export function rulePage(before: string, id: RuleId): string {
  const line = fixesLine(ruleFixes(id, readRulePage(id).examples));
  return before
    .replace(/^Default severity: \*\*\w+\*\*/m, `Default severity: **${defaultSeverities[id]}**`)
    .replace(/^(Default severity: .+)\n\n(?:Fix: .+\n\n)?/m, (_, severity) => `${severity}\n\n${line}\n\n`);
}

export function pathOf(id: RuleId): string {
  return `${pagesFolder}/${id}.md`;
}

/** The table of all rules. @param folder of the pages, from where the table is */
export function rulesTable(folder: string): string {
  const row = (id: RuleId) => {
    const { summary, examples } = readRulePage(id);
    return [`[\`${id}\`](${folder}${id}.md)`, defaultSeverities[id], fixesCell(ruleFixes(id, examples)), summary];
  };
  return table(['rule', 'default', 'fix', 'what it flags'], ruleIds.map(row));
}

function readPage(id: RuleId): string {
  return readFileSync(pathOf(id), 'utf8');
}
