import { ruleTexts } from './rule-texts.ts';
import { defaultSeverities, type RuleId } from './rules.ts';

/** What a rule means, why it matters, and an example with the mistake and without it, as Markdown. */
export function rulePage(id: RuleId): string {
  const rule = ruleTexts[id];
  const parts = [
    `# ${id}`,
    rule.flags,
    `Default severity: **${defaultSeverities[id]}**. Change it in the setting \`backupResponse.rules\`, for instance \`"${id}": "hint"\`, or \`"off"\`.`,
    '## Why it matters',
    rule.why,
    '## Example',
    json(rule.example),
  ];
  if (rule.mended) parts.push('Mended:', json(rule.mended));
  return `${parts.join('\n\n')}\n`;
}

function json(text: string): string {
  return `\`\`\`json\n${text}\n\`\`\``;
}
