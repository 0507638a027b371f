/**
 * Names and values that are real although the model does not list them, by the path of the object or of the value, each
 * with the sentence that says how it is known. A client that checks against the model refuses them.
 *
 * The sources are the API specification's own text and examples, the documentation of SaaS configuration management, and
 * a user's report about the response to a failed upload.
 */
const unlisted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  $: { message: 'The service sends it with a failed upload.' },
  'options.objectOptions.*': { includedIds: 'The API knows it from the export of a configuration.' },
  backupType: { AUTOMATED_DRAFT: "The API's documentation describes it: a backup made while a draft is created." },
  'options.includeTypes[*]': {
    CONNECTOR_RULE: 'The documentation of configuration management lists it as part of a backup.',
    IDENTITY: "The API's own examples of scheduled backups have it.",
  },
};

/**
 * How an unlisted name or value is known, as a sentence.
 * @param path of the object that has the name, or of the value
 */
export function sourceOfUnlisted(path: string, text: string): string | undefined {
  const known = unlisted[path];
  return known && Object.hasOwn(known, text) ? known[text] : undefined;
}
