import { type Rule, type RuleId, rules } from './rules.ts';

/** What a rule means, why it matters, and an example with the mistake and without it, as Markdown. */
export function rulePage(id: RuleId): string {
  const rule: Rule = rules[id];
  const parts = [
    `# ${id}`,
    rule.flags,
    `Default severity: **${rule.severity}**. Change it in the setting \`backupResponse.rules\`, for instance \`"${id}": "hint"\`, or \`"off"\`.`,
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
