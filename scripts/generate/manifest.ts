import { strongPatterns, weakPatterns } from '../../src/files/file-names.ts';
import { ruleTexts } from '../../src/record/rule-texts.ts';
import { defaultSeverities, ruleIds, severities } from '../../src/record/rules.ts';
import { record, recordNames } from '../../src/record/schema.ts';

/**
 * package.json with the contributions that the schema, the rules and the file names decide. Everything else in it is
 * written by hand and stays.
 */
export function manifest(before: string): string {
  const content = JSON.parse(before);
  content.contributes.jsonValidation = [
    { fileMatch: [...strongPatterns, ...weakPatterns], url: './schemas/backup-response.editor.schema.json' },
  ];
  const settings = content.contributes.configuration.properties;
  settings['backupResponse.rules'].properties = Object.fromEntries(
    ruleIds.map((id) => [
      id,
      { enum: severities, default: defaultSeverities[id], markdownDescription: ruleTexts[id].flags },
    ]),
  );
  settings['backupResponse.newRecord'].properties = newRecordProperties();
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** The settings editor checks and completes the values of a new record with the schema's own words. */
function newRecordProperties(): object {
  const chosen = recordNames.map((name) => {
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
  return Object.fromEntries(chosen);
}
