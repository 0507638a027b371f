import { existsSync } from 'node:fs';
import { allDefinitions } from '../../src/model/schema.ts';
import { ruleIds } from '../../src/record/rules/index.ts';
import { commandsWithoutPurpose } from './docs.ts';
import { pathOf } from './rule-pages.ts';

const schemaPath = 'schemas/backup-response.schema.json';

/** The parts that the sources lack, a sentence each that says where to write it: nothing is generated without them. */
export function missingParts(): string[] {
  return [...missingTexts(), ...missingPages(), ...missingPurposes()];
}

function missingTexts(): string[] {
  return [...allDefinitions.values()].flatMap(({ path, schema }) => {
    const said = new Map(schema.oneOf?.map((one) => [one.const, one.description]));
    const silent = schema.enum?.filter((value) => !said.get(value)) ?? [];
    const strange = [...said.keys()].filter((value) => !schema.enum?.includes(value));
    return [
      ...(['title', 'description'] as const)
        .filter((part) => !schema[part])
        .map((part) => `${schemaPath}: "${path}" has no "${part}".`),
      ...silent.map(
        (value) =>
          `${schemaPath}: the value "${value}" of "${path}" has no sentence. Add { "const": "${value}", "description": "…" } to its "oneOf".`,
      ),
      ...strange.map(
        (value) => `${schemaPath}: "${path}" has a sentence for "${value}", which its "enum" does not list.`,
      ),
    ];
  });
}

function missingPages(): string[] {
  const ids = ruleIds.filter((id) => !existsSync(pathOf(id)));
  return ids.map((id) => `${pathOf(id)} is missing. Write it with the headings of the other pages.`);
}

function missingPurposes(): string[] {
  return commandsWithoutPurpose().map(
    (command) =>
      `scripts/generate/docs.ts does not say what "${command}" does. Add it to "purposes", or hide the command in "commandPalette" of package.json.`,
  );
}
