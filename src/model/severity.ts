/** How serious a finding is, most serious first, in the words of VS Code and of the settings. */
export const severities = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type Severity = (typeof severities)[number];
