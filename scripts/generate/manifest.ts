import { namePatterns } from '../../src/files/file-names.ts';
import { enumProperties } from '../../src/model/allowed.ts';
import { record, recordNames } from '../../src/model/schema.ts';
import { severities } from '../../src/model/severity.ts';
import { defaultSeverities, ruleIds } from '../../src/record/rules/index.ts';
import { readRulePage } from './rule-pages.ts';

/** package.json with the contributions that the schema, the rules and the file names decide; the rest of it stays. */
export function manifest(before: string): string {
  const content = JSON.parse(before);
  content.contributes.jsonValidation = [
    { fileMatch: namePatterns, url: './schemas/backup-response.editor.schema.json' },
  ];
  const settings = content.contributes.configuration.properties;
  settings['backupResponse.rules'].properties = Object.fromEntries(
    ruleIds.map((id) => [
      id,
      // Only with a type does the settings editor show a table with choices.
      {
        type: 'string',
        enum: severities,
        default: defaultSeverities[id],
        markdownDescription: readRulePage(id).summary,
      },
    ]),
  );
  settings['backupResponse.newRecord'].properties = newRecordProperties();
  settings['backupResponse.additionalValues'].properties = additionalValuesProperties();
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** The settings editor completes the names of the properties whose values are enums. */
function additionalValuesProperties(): object {
  const properties = enumProperties.map(([name, { schema }]) => [
    name,
    { type: 'array', items: { type: 'string' }, uniqueItems: true, markdownDescription: schema.description },
  ]);
  return Object.fromEntries(properties);
}

/** The settings editor checks and completes the values of a new record with the schema. */
function newRecordProperties(): object {
  const properties = recordNames.map((name) => {
    const schema = record.property(name)?.schema;
    return [
      name,
      {
        type: schema?.type,
        markdownDescription: schema?.description,
        ...(schema?.enum && {
          enum: schema.enum,
          markdownEnumDescriptions: schema.oneOf?.map(({ description }) => description),
        }),
        ...(schema?.format === 'date-time' && { format: schema.format }),
      },
    ];
  });
  return Object.fromEntries(properties);
}
