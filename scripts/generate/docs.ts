import { rulePage } from '../../src/record/rule-page.ts';
import { ruleTexts } from '../../src/record/rule-texts.ts';
import { defaultSeverities, type RuleId, ruleIds } from '../../src/record/rules.ts';
import { snippets } from './snippets.ts';

/** The README with the tables that the rules, the snippets and the settings decide; the rest of it stays. */
export function readme(before: string, manifest: Manifest, nls: Readonly<Record<string, string>>): string {
  const tables = { settings: settingsTable(manifest, nls), rules: rulesTable(), snippets: snippetsTable() };
  return Object.entries(tables).reduce(
    (text, [name, table]) =>
      text.replace(
        new RegExp(`(<!-- ${name}:[^>]*-->\n)[^]*?(<!-- /${name} -->)`),
        (_, start, end) => `${start}${table}${end}`,
      ),
    before,
  );
}

/** The page of all rules. */
export function rulesPage(): string {
  const pages = ruleIds.map((id) => rulePage(id).replace(/^#/gm, '##'));
  return `# The rules\n\n<!-- Made from src/record/rule-texts.ts by npm run generate. -->\n\n${rulesTable('')}\n${pages.join('\n')}`;
}

/** The part of package.json that is documented. */
export interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly markdownDescription: string; readonly default: unknown }>
      >;
    };
  };
}

function settingsTable({ contributes }: Manifest, nls: Readonly<Record<string, string>>): string {
  const rows = Object.entries(contributes.configuration.properties).map(([name, setting]) => {
    const description = nls[setting.markdownDescription.slice(1, -1)] ?? setting.markdownDescription;
    return [`\`${name}\``, description, `\`${JSON.stringify(setting.default)}\``];
  });
  return table(['setting', 'meaning', 'default'], rows);
}

function rulesTable(page = 'docs/rules.md'): string {
  const row = (id: RuleId) => [`[\`${id}\`](${page}#${id})`, defaultSeverities[id], ruleTexts[id].flags];
  return table(['rule', 'default', 'what it flags'], ruleIds.map(row));
}

function snippetsTable(): string {
  const rows = Object.values(snippets()).map(({ prefix, description }) => [`\`${prefix}\``, description]);
  return table(['prefix', 'what it makes'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return [head, head.map(() => '---'), ...rows].map(line).join('');
}
