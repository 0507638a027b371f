import { readFile } from 'node:fs/promises';
import type { Node } from 'jsonc-parser';
import { decode } from '../files/encoding.ts';
import { type Allowed, enumProperties, nothingAllowed } from '../record/allowed.ts';
import { isJsonWithComments, parse } from '../record/parse.ts';
import { propertyValue } from '../record/powershell.ts';
import { isRuleId, type RuleId } from '../record/rules/index.ts';
import { schemaId } from '../record/schema-id.ts';
import { type Severity, severities } from '../record/severity.ts';

/** What the settings of VS Code say that matters here. */
export interface Settings {
  readonly severities: ReadonlyMap<RuleId, Severity>;
  readonly allowed: Allowed;
  /** The patterns of `json.schemas` that associate files with our schema, a list for each of its entries. */
  readonly associations: readonly (readonly string[])[];
}

const section = 'backupResponse';

export const noSettings: Settings = { severities: new Map(), allowed: nothingAllowed, associations: [] };

/**
 * Reads a settings file of VS Code: JSON with comments. Whatever it says wrongly is ignored, as in VS Code.
 * @throws {Error} if the file cannot be read, or is not JSON with comments
 */
export async function readSettings(path: string): Promise<Settings> {
  const { text } = decode(await readFile(path));
  const root = isJsonWithComments(text) ? parse(text) : undefined;
  if (root?.type !== 'object') throw new Error('it is not an object in JSON with comments');
  const setting = (name: string): Node | undefined => propertyValue(root, `${section}.${name}`);
  const values = setting('additionalValues');
  return {
    severities: new Map(severitiesIn(setting('rules'))),
    allowed: {
      values: Object.fromEntries(
        enumProperties.map(([name]) => [name, stringsIn(values && propertyValue(values, name))]),
      ),
      properties: stringsIn(setting('additionalProperties')),
    },
    associations: associationsIn(propertyValue(root, 'json.schemas')),
  };
}

function severitiesIn(rules: Node | undefined): [RuleId, Severity][] {
  return (rules?.children ?? []).flatMap(({ children: [name, value] = [] }): [RuleId, Severity][] => {
    const id = String(name?.value);
    const severity = severities.find((one) => one === value?.value);
    return isRuleId(id) && severity ? [[id, severity]] : [];
  });
}

function associationsIn(schemas: Node | undefined): (readonly string[])[] {
  const entries = (schemas?.children ?? []).filter(({ type }) => type === 'object');
  return entries
    .filter((entry) => propertyValue(entry, 'url')?.value === schemaId)
    .map((entry) => stringsIn(propertyValue(entry, 'fileMatch')));
}

function stringsIn(list: Node | undefined): readonly string[] {
  if (list?.type !== 'array') return [];
  return (list.children ?? []).filter(({ type }) => type === 'string').map(({ value }) => value);
}
