import { readFileSync } from 'node:fs';
import { ClientCapabilities, getLanguageService, type JSONSchema, TextDocument } from 'vscode-json-languageservice';
import schema from '../../schemas/backup-response.schema.json' with { type: 'json' };
import { ruleIds } from '../../src/record/rules/index.ts';
import { table } from './markdown.ts';
import { exampleProblem } from './rule-fixes.ts';
import { readRulePage } from './rule-pages.ts';

const uri = 'test://example.json';

/**
 * Compares this extension with VS Code's own JSON support, which is given the same schema: measured with the examples on
 * the pages of the rules, and with the benchmark.
 */
export async function comparisonTable(): Promise<string> {
  const examples = ruleIds.map((id) => ({ id, text: readRulePage(id).example }));
  const foundByVsCode = await Promise.all(examples.map(({ text }) => isFoundByVsCode(text)));
  const ours = examples.map(({ id, text }) => exampleProblem(id, ['json', text]));
  const count = (values: readonly boolean[]): string => String(values.filter(Boolean).length);
  return table(
    ['', 'VS Code with the same schema', 'with BackupResponse'],
    [
      [
        `found, of ${ruleIds.length} kinds of mistakes`,
        count(foundByVsCode),
        count(ours.map(({ isFound }) => isFound)),
      ],
      ['of these, with a fix', '0', count(ours.map(({ fixes }) => fixes.length > 0))],
      ['speed of the first check, 10,000 records', '1 ×', `${timesFaster()} ×`],
      ['JSON Lines', 'no', 'yes'],
      ['files that are not open', 'no', 'yes, also on the command line'],
    ],
  );
}

async function isFoundByVsCode(text: string): Promise<boolean> {
  const service = getLanguageService({ clientCapabilities: ClientCapabilities.LATEST });
  service.configure({ validate: true, schemas: [{ uri: schema.$id, fileMatch: [uri], schema: schema as JSONSchema }] });
  const document = TextDocument.create(uri, 'json', 1, text);
  const problems = await service.doValidation(document, service.parseJSONDocument(document));
  return problems.length > 0;
}

/** How many times faster than VS Code's JSON service the benchmark found the check to be. */
function timesFaster(): string {
  const section = readFileSync('docs/performance.md', 'utf8').split('**10,000 records, 0.1 % faulty**')[1] ?? '';
  const cells = /\n\| BackupResponse \|(.*)\|/.exec(section)?.[1]?.split('|') ?? [];
  return cells.at(-1)?.trim() ?? '';
}
