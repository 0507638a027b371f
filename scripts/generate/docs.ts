import manifest from '../../package.json' with { type: 'json' };
import nls from '../../package.nls.json' with { type: 'json' };
import { comparisonTable } from './comparison.ts';
import { table } from './markdown.ts';
import { rulesTable } from './rule-pages.ts';
import { snippets } from './snippets.ts';

/** A page with the tables that the rules, the snippets, the commands and the settings decide; the rest of it stays. */
export async function withTables(before: string): Promise<string> {
  const tables = {
    settings: settingsTable,
    commands: commandsTable,
    snippets: snippetsTable,
    comparison: comparisonTable,
  };
  let text = before;
  for (const [name, make] of Object.entries(tables)) {
    const marked = new RegExp(`(<!-- ${name}:[^>]*-->\n)[^]*?(<!-- /${name} -->)`);
    if (!marked.test(text)) continue;
    const made = await make();
    text = text.replace(marked, (_, start, end) => `${start}${made}${end}`);
  }
  return text;
}

/** The page that lists the rules. */
export function rulesIndex(): string {
  return `# The rules

<!-- Made from the rules and their pages by npm run generate. -->

Every problem that BackupResponse reports has one of these rules. To change a severity, use the setting \`backupResponse.rules\`, for example \`{ "job-id": "off" }\`.

The rules check a file against the \`BackupResponse\` of the API. It is the same in v2024, v2025, v2026 and \`configuration-hub/v1\` (compared on 22 August 2026).

The column _fix_ says how the example on the page of the rule is fixed: by \`--fix\`, _Fix All_ and fix on save, which lose no data; in the light bulb, which leaves the choice to you; or by hand. Other mistakes of the same rule may need a decision.

${rulesTable('')}`;
}

const texts: Readonly<Record<string, string>> = nls;

/** A text of package.json, whose place is marked by its name. */
function textOf(marked: string): string {
  return texts[marked.slice(1, -1)] ?? marked;
}

function settingsTable(): string {
  const rows = Object.entries(manifest.contributes.configuration.properties).map(([name, setting]) => [
    `\`${name}\``,
    textOf(setting.markdownDescription),
    `\`${JSON.stringify(setting.default)}\``,
  ]);
  return table(['setting', 'meaning', 'default'], rows);
}

/** What each command of the Command Palette does, in half a sentence. */
const purposes: Readonly<Record<string, string>> = {
  new: 'a record with defaults: behind the one at the cursor, or in a new file',
  goToRecord: 'lists the records of the file; type to search',
  duplicateRecord: 'a copy of the record at the cursor, with an id and times of its own',
  removeRecord: 'removes the record at the cursor',
  pasteAsRecord: 'makes records of a PowerShell call, Python, a console or an HTTP response on the clipboard',
  showTable: 'a page with a row per record, which follows the file',
  checkFolder: 'also checks the files that are not open',
  checkWorkspace: 'the same for all folders of the workspace',
  clearResults: 'removes what such a check has found',
  showActions: 'everything else: fix, sort, compare, copy, associate',
};

/** @throws {Error} if a command of the Command Palette has no purpose */
function commandsTable(): string {
  const { commands, menus } = manifest.contributes;
  const hidden = new Set(menus.commandPalette.map(({ command }) => command));
  const shown = commands.filter(({ command }) => !hidden.has(command));
  const rows = shown.map(({ command, title }) => {
    const purpose = purposes[command.replace('backupResponse.', '')];
    if (!purpose) throw new Error(`scripts/generate/docs.ts does not say what "${command}" does`);
    return [`_${textOf(title)}_`, purpose];
  });
  return table(['command', 'what it does'], rows);
}

function snippetsTable(): string {
  const rows = Object.values(snippets()).map(({ prefix, description }) => [`\`${prefix}\``, description]);
  return table(['prefix', 'what it inserts'], rows);
}
