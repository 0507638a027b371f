import type { Finding } from './finding.ts';
import { ruleOf } from './rules/index.ts';

/** The sentence for a finding: what is wrong, what is expected, what to do. */
export function message(finding: Finding): string {
  return ruleOf(finding.rule).message(finding);
}
