/**
 * Names and values that are real, yet missing from the v2024 model: a client that checks against it refuses the record.
 * Sources: the API specification's own text and examples, the SaaS configuration documentation, and a user's report
 * of what the service sends with a failed upload.
 */
const unlisted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  record: { message: 'The service sends it with a failed upload.' },
  entry: { includedIds: 'The API knows it for the export of a configuration.' },
  backupType: { AUTOMATED_DRAFT: "The API's documentation describes it: a backup made while a draft is created." },
  objectType: {
    CONNECTOR_RULE: 'The documentation of configuration management lists it as part of a backup.',
    IDENTITY: "The API's own examples of scheduled backups have it.",
  },
};

/** Where an unlisted name (of the object `place`) or value (at the place) is known from, as a sentence. */
export function knownFrom(place: string, text: string): string | undefined {
  const known = unlisted[place];
  return known && Object.hasOwn(known, text) ? known[text] : undefined;
}
