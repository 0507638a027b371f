import { readFile } from 'node:fs/promises';
import type { Node } from 'jsonc-parser';
import { decode } from '../files/encoding.ts';
import { type Allowed, enumProperties, nothingAllowed } from '../model/allowed.ts';
import { schemaId } from '../model/schema-id.ts';
import { type Severity, severities } from '../model/severity.ts';
import { isJsonWithComments, parse } from '../record/parse/parse.ts';
import { propertyValue } from '../record/powershell.ts';
import { type RuleId, ruleIds } from '../record/rules/index.ts';

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
  return ruleIds.flatMap((id): [RuleId, Severity][] => {
    const value = rules && propertyValue(rules, id)?.value;
    const severity = severities.find((one) => one === value);
    return severity ? [[id, severity]] : [];
  });
}

function associationsIn(schemas: Node | undefined): (readonly string[])[] {
  const ours = schemas?.children?.filter((entry) => propertyValue(entry, 'url')?.value === schemaId);
  return ours?.map((entry) => stringsIn(propertyValue(entry, 'fileMatch'))) ?? [];
}

function stringsIn(list: Node | undefined): readonly string[] {
  const strings = list?.type === 'array' ? list.children?.filter(({ type }) => type === 'string') : undefined;
  return strings?.map(({ value }) => value) ?? [];
}
