import { readFile } from 'node:fs/promises';
import type { Node } from 'jsonc-parser';
import { ownPatterns } from '../files/association.ts';
import { decode } from '../files/encoding.ts';
import { isJsonWithComments, parse } from '../record/parse/parse.ts';
import { type CheckSettings, defaultSettings, readAllowed, readSeverities, section } from '../record/settings.ts';

/** The settings of VS Code that the command line has too. */
export interface Settings extends CheckSettings {
  /** The patterns of `json.schemas` that associate files with our schema, a list for each of its entries. */
  readonly associations: readonly unknown[];
}

export const noSettings: Settings = { ...defaultSettings, associations: [] };

/**
 * Reads a settings file of VS Code: JSON with comments. Wrong values in it are ignored, as in VS Code.
 * @throws {Error} if the file cannot be read, or is not JSON with comments
 */
export async function readSettings(path: string): Promise<Settings> {
  const { text } = decode(await readFile(path));
  const root = isJsonWithComments(text) ? parse(text) : undefined;
  if (root?.type !== 'object') throw new Error('it is not an object in JSON with comments');
  const settings = new Map(propertiesOf(root));
  const get = (name: string): unknown => settings.get(`${section}.${name}`);
  return {
    severities: readSeverities(get),
    allowed: readAllowed(get),
    associations: ownPatterns(settings.get('json.schemas')),
  };
}

function propertiesOf({ children = [] }: Node): [name: string, value: unknown][] {
  return children.map(({ children: [name, value] = [] }) => [name?.value, value && toValue(value)]);
}

function toValue(node: Node): unknown {
  if (node.type === 'array') return node.children?.map(toValue);
  return node.type === 'object' ? Object.fromEntries(propertiesOf(node)) : node.value;
}
