import { coveredByFirstLook, type Rule } from '../rule.ts';

/** Which other JSON file of the product a file is. */
export type ForeignKind = 'export' | 'draft' | 'scheduled action' | 'API error';

/** Found by `document/check.ts`, which sees whether a file holds nothing else. */
export const foreignFile: Rule<'foreign-file', { readonly kind: ForeignKind }> = {
  id: 'foreign-file',
  severity: 'information',
  passes: coveredByFirstLook,

  message: ({ kind }) => `This is ${kindNames[kind]}, not a BackupResponse file. It is not checked.`,
};

const kindNames: Readonly<Record<ForeignKind, string>> = {
  export: 'a configuration export or upload file',
  draft: 'a draft job',
  'scheduled action': 'a scheduled action',
  'API error': 'an error response of the API',
};
