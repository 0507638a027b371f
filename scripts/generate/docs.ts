import { table } from './markdown.ts';
import { rulesTable } from './rule-pages.ts';
import { snippets } from './snippets.ts';

/** A page with the tables that the rules, the snippets and the settings decide; the rest of it stays. */
export function withTables(before: string, manifest: Manifest, nls: Readonly<Record<string, string>>): string {
  const tables = {
    settings: () => settingsTable(manifest, nls),
    rules: () => rulesTable('docs/rules/'),
    snippets: snippetsTable,
  };
  return Object.entries(tables).reduce(
    (text, [name, make]) =>
      text.replace(
        new RegExp(`(<!-- ${name}:[^>]*-->\n)[^]*?(<!-- /${name} -->)`),
        (_, start, end) => `${start}${make()}${end}`,
      ),
    before,
  );
}

/** The page that lists the rules. */
export function rulesIndex(): string {
  return `# The rules

<!-- Made from the rules and their pages by npm run generate. -->

Every problem that BackupResponse reports has one of these rules. To change a severity, use the setting \`backupResponse.rules\`, for example \`{ "job-id": "off" }\`.

The rules check a file against the \`BackupResponse\` of the API. It is the same in v2024, v2025, v2026 and \`configuration-hub/v1\` (compared on 22 August 2026).

${rulesTable('')}`;
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

function snippetsTable(): string {
  const rows = Object.values(snippets()).map(({ prefix, description }) => [`\`${prefix}\``, description]);
  return table(['prefix', 'what it inserts'], rows);
}
