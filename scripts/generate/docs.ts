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
    versions: versionsTable,
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

/** A text of package.json, which replaces its name. */
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

/** The purpose of each command of the Command Palette, in half a sentence. */
const purposes: Readonly<Record<string, string>> = {
  new: 'a record with defaults: after the one at the cursor, in an empty document, or in a new file',
  goToRecord: 'lists the records of the file; type to search',
  duplicateRecord: 'a copy of the record at the cursor, with an id and times of its own',
  removeRecord: 'removes the record at the cursor',
  pasteAsRecord: 'makes records of a PowerShell call, Python, a console or an HTTP response on the clipboard',
  copyAsPowerShell: 'the selected records as calls of the PowerShell SDK',
  copyAnonymized: 'the selected records with placeholders for names and ids',
  sortProperties: 'puts properties into the order of the API',
  compareRecords: 'two records in the diff editor, in the same order',
  compareFiles: 'two lists in the diff editor, paired by `jobId`',
  showTable: 'a page with a row per record, which follows the file',
  checkFolder: 'also checks the files that are not open',
  checkWorkspace: 'the same for all folders of the workspace',
  clearResults: 'removes what such a check has found',
  showActions: 'everything for the file: also fix, associate, ignore, reset rules',
};

function commandsTable(): string {
  const rows = commandsOfPalette().map(({ command, title }) => [`_${textOf(title)}_`, purposeOf(command) ?? '']);
  return table(['command', 'what it does'], rows);
}

/** The commands of the Command Palette that the table has nothing to say about. */
export function commandsWithoutPurpose(): string[] {
  return commandsOfPalette().flatMap(({ command }) => (purposeOf(command) ? [] : [command]));
}

function commandsOfPalette(): readonly { readonly command: string; readonly title: string }[] {
  const { commands, menus } = manifest.contributes;
  const hidden = new Set(menus.commandPalette.flatMap((item) => (item.when === 'false' ? [item.command] : [])));
  return commands.filter(({ command }) => !hidden.has(command));
}

function purposeOf(command: string): string | undefined {
  return purposes[command.replace('backupResponse.', '')];
}

/** The versions that the extension and the command line need. */
function versionsTable(): string {
  const { vscode, node } = manifest.engines;
  return table(
    ['', 'supported versions'],
    [
      [
        'VS Code, on the desktop, on remote machines and in the browser',
        `${vscode.replace(/^\^(\d+\.\d+)\.0$/, '$1')} and newer`,
      ],
      ['Node.js, for the command line', `${node.replace('>=', '')} and newer`],
    ],
  );
}

function snippetsTable(): string {
  const rows = Object.values(snippets()).map(({ prefix, description }) => [`\`${prefix}\``, description]);
  return table(['prefix', 'what it inserts'], rows);
}
