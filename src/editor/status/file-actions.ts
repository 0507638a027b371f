import type { Recognition } from '../recognition/recognition.ts';

/** What can be done with a file: an entry of the menu that the language status opens. */
export interface FileAction {
  readonly label: string;
  readonly detail?: string;
  /** The id of the command that does it. */
  readonly command: string;
}

/** The JSON file that the menu is for. */
export interface FileState {
  /** How it came to be ours; undefined where it is not. */
  readonly recognition: Recognition | undefined;
  readonly isExcluded: boolean;
  readonly isUntitled: boolean;
  /** Whether VS Code's JSON service has a schema for it, and so completes and explains. */
  readonly hasJsonSchema: boolean;
  readonly problems: number;
}

/** What can be done, in groups: with the problems, with the file, and beyond it. */
export function fileActions(file: FileState): readonly (readonly FileAction[])[] {
  const groups = [file.recognition && file.problems > 0 ? problemActions : [], recognitionActions(file), helpActions];
  return groups.filter((group) => group.length > 0);
}

const problemActions: readonly FileAction[] = [
  { label: '$(arrow-down) Go to Next Problem', command: 'editor.action.marker.next' },
  { label: '$(warning) Show Problems', command: 'workbench.actions.view.problems' },
];

const helpActions: readonly FileAction[] = [
  {
    label: '$(book) Open Rules',
    detail: 'What each rule flags, with an example.',
    command: 'backupResponse.openRules',
  },
  { label: '$(output) Show Log', command: 'backupResponse.showLog' },
];

function recognitionActions({ recognition, isExcluded, isUntitled, hasJsonSchema }: FileState): FileAction[] {
  if (isExcluded) {
    return [{ label: '$(check) Treat This File as a BackupResponse File Again', command: 'backupResponse.include' }];
  }
  const actions: FileAction[] = [];
  if (recognition === 'json.schemas') {
    actions.push({
      label: '$(settings-gear) Open the Settings of json.schemas',
      detail: 'They associate this file with the schema of BackupResponse files.',
      command: 'backupResponse.openSchemaSettings',
    });
  } else if (recognition !== 'strong name' && !isUntitled) {
    actions.push({
      label: '$(link) Associate Name Pattern…',
      detail: 'Files of this name, or of names like it, are BackupResponse files, whatever is in them.',
      command: 'backupResponse.associate',
    });
  }
  if (recognition) {
    actions.push({
      label: '$(circle-slash) Do Not Treat This File as a BackupResponse File',
      detail: hasJsonSchema
        ? 'Problems and fixes stop. Completion by its schema is VS Code’s, and stays.'
        : 'Problems, fixes, completion and hover stop, as long as this workspace remembers.',
      command: 'backupResponse.exclude',
    });
  }
  return actions;
}
