import { type ForeignKind, foreignKind } from '../../recognize.ts';
import { bracketOf, type Rule } from '../../rule.ts';

interface Data {
  readonly kind: ForeignKind;
  /** Whether the file holds nothing else. */
  readonly isWholeFile?: boolean;
}

/** `document/check.ts` reports a file that holds nothing else once, at its first bracket. */
export const foreignFile: Rule<'foreign-file', Data> = {
  id: 'foreign-file',
  severity: 'information',

  onItem(item) {
    const kind = item.type === 'object' ? foreignKind(item) : undefined;
    return kind && { node: item, data: { kind }, span: bracketOf(item) };
  },

  message: ({ kind, isWholeFile }) =>
    isWholeFile
      ? `This is ${kindNames[kind]}, not a BackupResponse file. It is not checked.`
      : `This is ${kindNames[kind]}, not a backup record. It is not checked.`,
};

const kindNames: Readonly<Record<ForeignKind, string>> = {
  export: 'a configuration export or upload file',
  draft: 'a draft job',
  deploy: 'a deploy job',
  'SP-Config job': 'an SP-Config job',
  'scheduled action': 'a scheduled action',
  mapping: 'an object mapping',
};
