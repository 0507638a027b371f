/** The commands that package.json contributes, without the prefix of their ids. */
export const commandNames = [
  'new',
  'newFile',
  'goToRecord',
  'openRule',
  'allow',
  'turnOffRule',
  'changeSeverity',
  'sayWhatIsLeft',
  'checkFolder',
  'checkExplorerFolder',
  'checkWorkspace',
  'clearResults',
  'reopenWithEncoding',
  'showActions',
  'associate',
  'openSchemaSettings',
  'exclude',
  'include',
  'openRules',
  'showLog',
] as const;

type CommandName = (typeof commandNames)[number];
export type CommandId = `backupResponse.${CommandName}`;

export function commandId(name: CommandName): CommandId {
  return `backupResponse.${name}`;
}
