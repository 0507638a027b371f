import { Fixer } from '../../src/document/fix.ts';
import { checkFile } from '../../src/files/check-file.ts';
import { nothingAllowed } from '../../src/model/allowed.ts';
import type { Fix } from '../../src/record/fix.ts';
import { type RuleId, ruleOf } from '../../src/record/rules/index.ts';

/** Who fixes a mistake: the program, the user with a choice in the light bulb, or the user alone. The first is the best. */
const ways = ['lossless', 'offered', 'by hand'] as const;
type Way = (typeof ways)[number];

/** How the mistakes of a rule are fixed. */
export interface RuleFixes {
  /** The way for the example on the rule's page. */
  readonly usual: Way;
  /** A better way that other mistakes of the rule have. */
  readonly better: Way | undefined;
}

/** An example on the page of a rule: the language of its code block, and the text. */
export type Example = readonly [language: string, text: string];

/** How a rule is fixed, by its members and the examples on its page. The first example is the usual mistake. */
export function ruleFixes(id: RuleId, examples: readonly Example[]): RuleFixes {
  const { losslessFix, otherFixes } = ruleOf(id);
  const [usual = 'by hand', ...others] = examples.map((example) => wayOf(exampleProblem(id, example).fixes));
  const hasWay = { lossless: losslessFix !== undefined, offered: otherFixes !== undefined, 'by hand': true };
  const better = ways.slice(0, ways.indexOf(usual)).find((way) => hasWay[way] || others.includes(way));
  return { usual, better };
}

/** Whether an example has a finding of its rule, and the fixes for all of these. */
export function exampleProblem(id: RuleId, [language, text]: Example): { isFound: boolean; fixes: readonly Fix[] } {
  const { layout, findings } = checkFile(new TextEncoder().encode(text), `example.${language}`, nothingAllowed);
  const found = findings.filter(({ rule }) => rule === id);
  const fixer = new Fixer(text, layout, nothingAllowed);
  return { isFound: found.length > 0, fixes: found.flatMap((finding) => fixer.fixesOf(finding)) };
}

function wayOf(fixes: readonly Fix[]): Way {
  if (fixes.some(({ isLossless }) => isLossless)) return 'lossless';
  return fixes.length > 0 ? 'offered' : 'by hand';
}

const cells: Readonly<Record<Way, string>> = { lossless: '`--fix`', offered: 'light bulb', 'by hand': 'by hand' };

/** The ways in a cell of a table. */
export function fixesCell({ usual, better }: RuleFixes): string {
  return better ? `${cells[usual]}; some: ${cells[better]}` : cells[usual];
}

const sentences: Readonly<Record<Way, string>> = {
  lossless: '`--fix` does it, and so do _Fix All_, fix on save and the light bulb.',
  offered: 'the light bulb offers it. `--fix` does not decide for you.',
  'by hand': 'by hand.',
};
const additions: Readonly<Record<Way, string>> = {
  lossless: ' Where nothing is left to decide, `--fix` does it.',
  offered: ' In some cases the light bulb offers a fix.',
  'by hand': '',
};

/** The ways as a line of the rule's page, which is about the example there. */
export function fixesLine({ usual, better }: RuleFixes): string {
  return `Fix: ${sentences[usual]}${better ? additions[better] : ''}`;
}
