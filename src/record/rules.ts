/** How grave a finding is, in the words of VS Code and of the settings. */
export const severities = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type Severity = (typeof severities)[number];

/** Every rule with its default severity: a contract, since users write both in settings and scripts read them. */
export const defaultSeverities = {
  syntax: 'error',
  'not-a-record': 'error',
  type: 'error',
  enum: 'error',
  'date-time': 'error',
  'int64-range': 'error',
  'unsafe-integer': 'information',
  'negative-count': 'warning',
  'unknown-property': 'warning',
  'property-case': 'error',
  'duplicate-property': 'warning',
  'null-value': 'warning',
  'empty-value': 'warning',
  unlisted: 'information',
  'job-id': 'information',
  'time-order': 'warning',
  'status-time': 'warning',
  'option-not-included': 'warning',
  'duplicate-item': 'warning',
  'duplicate-job-id': 'warning',
  'partial-options': 'information',
  'powershell-date': 'error',
  'powershell-depth': 'error',
  'powershell-array': 'error',
  'foreign-file': 'information',
} as const satisfies Record<string, Severity>;

export type RuleId = keyof typeof defaultSeverities;

export const ruleIds = Object.keys(defaultSeverities) as readonly RuleId[];

export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(defaultSeverities, text);
}
