/** The commands that `on-demand.ts` has, which is a module of its own: it is loaded when the first of them runs. */
export const lazyCommandNames = [
  'new',
  'newFile',
  'openExample',
  'goToRecord',
  'duplicateRecord',
  'removeRecord',
  'pasteAsRecord',
  'copyAsPowerShell',
  'copyAnonymized',
  'sortProperties',
  'formatOnePerLine',
  'compareRecords',
  'compareFiles',
  'showTable',
  'allow',
  'chooseFix',
  'keepRecords',
  'turnOffRule',
  'changeSeverity',
  'reportRemaining',
  'checkFolder',
  'checkExplorerFolder',
  'checkWorkspace',
  'clearResults',
  'showActions',
  'associate',
  'openSchemaSettings',
  'exclude',
  'include',
  'resetRules',
  'showCommandLine',
] as const;

export type LazyCommandName = (typeof lazyCommandNames)[number];

/** The commands that package.json contributes, without the prefix of their ids. */
export const commandNames = [...lazyCommandNames, 'openRule', 'reopenWithEncoding', 'openRules', 'showLog'] as const;

export type CommandName = (typeof commandNames)[number];
export type CommandId = `backupResponse.${CommandName}`;

export function commandId(name: CommandName): CommandId {
  return `backupResponse.${name}`;
}
