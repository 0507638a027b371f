import { type CommandId, commandId } from '../command-ids.ts';
import type { Recognition } from '../recognition/recognizer.ts';
import { count } from '../workbench/count.ts';
import { offInWords } from './file-summary.ts';

/** An item of the menu that the language status opens. */
export interface FileAction {
  /** The id of an icon. In the label, `$(id)` would be read aloud by screen readers. */
  readonly icon: string;
  /** For our own commands, the title that the Command Palette shows. */
  readonly label: string;
  readonly detail?: string;
  readonly command:
    | CommandId
    | 'editor.action.marker.next'
    | 'editor.action.codeAction'
    | 'workbench.actions.view.problems';
  readonly arguments?: readonly unknown[];
}

/** The JSON file that the menu is about. */
export interface FileState {
  /** How it was recognized; undefined if it was not. */
  readonly recognition: Recognition | undefined;
  readonly isExcluded: boolean;
  readonly isUntitled: boolean;
  /** Whether VS Code's JSON service has a schema for it, and so offers completion and hover. */
  readonly hasJsonSchema: boolean;
  readonly problems: number;
  /** How many of the problems have a lossless fix; undefined if there are too many to count. */
  readonly fixable: number | undefined;
  readonly records: number;
  /** Whether it has so many records on a line that VS Code gets slow. */
  readonly hasLongLine: boolean;
  /** How many rules the settings turn off for it, and how many have another severity than by default. */
  readonly rulesOff: number;
  readonly rulesChanged: number;
}

/** The actions for a file, in groups: for its problems, for its records, to carry them out and compare them, for the file, and help. */
export function fileActions(file: FileState): readonly (readonly FileAction[])[] {
  const groups = [
    file.recognition ? [...problemActions(file), ...ruleActions(file)] : [],
    file.recognition ? recordActions(file) : [],
    file.recognition ? exchangeActions(file) : [],
    recognitionActions(file),
    helpActions,
  ];
  return groups.filter((group) => group.length > 0);
}

function problemActions(file: FileState): FileAction[] {
  if (file.problems === 0) return [];
  return [
    ...fixActions(file),
    { icon: 'arrow-down', label: 'Go to Next Problem', command: 'editor.action.marker.next' },
    { icon: 'warning', label: 'Show Problems', command: 'workbench.actions.view.problems' },
  ];
}

function fixActions({ problems, fixable }: FileState): FileAction[] {
  if (fixable === 0) return [];
  const many = fixable === undefined ? 'All Certain Problems' : `${fixable} of ${count(problems, 'Problem')}`;
  return [
    {
      icon: 'lightbulb-autofix',
      label: `Fix ${many}`,
      detail: 'Applies the fixes that lose nothing.',
      command: 'editor.action.codeAction',
      arguments: [{ kind: 'source.fixAll.backupResponse', apply: 'first' }],
    },
  ];
}

function ruleActions({ rulesOff, rulesChanged }: FileState): FileAction[] {
  const details: string[] = [];
  if (rulesOff > 0) details.push(offInWords(rulesOff));
  if (rulesChanged > 0) details.push(`${count(rulesChanged, 'rule')} with another severity`);
  if (details.length === 0) return [];
  const detail = details.join(', ');
  return [{ icon: 'discard', label: 'Reset Rules…', detail, command: commandId('resetRules') }];
}

function recordActions({ records, hasLongLine }: FileState): FileAction[] {
  const goTo: FileAction = { icon: 'list-selection', label: 'Go to Record…', command: commandId('goToRecord') };
  const ofRecord: readonly FileAction[] = [
    { icon: 'copy', label: 'Duplicate Record', command: commandId('duplicateRecord') },
    { icon: 'trash', label: 'Remove Record', command: commandId('removeRecord') },
  ];
  const format: FileAction = {
    icon: 'list-flat',
    label: 'Format as One Record per Line',
    detail: 'VS Code is slow with so many records on a line. The records stay as they are.',
    command: commandId('formatOnePerLine'),
  };
  return [
    ...(hasLongLine ? [format] : []),
    ...(records > 1 ? [goTo] : []),
    { icon: 'new-file', label: 'New BackupResponse', command: commandId('new') },
    ...(records > 0 ? ofRecord : []),
    { icon: 'clippy', label: 'Paste as Record', command: commandId('pasteAsRecord') },
  ];
}

/** To carry records out, and to see them side by side. */
function exchangeActions({ records }: FileState): FileAction[] {
  if (records === 0) return [];
  return [
    { icon: 'table', label: 'Show Records as Table', command: commandId('showTable') },
    { icon: 'diff', label: 'Compare with Record…', command: commandId('compareRecords') },
    { icon: 'diff-multiple', label: 'Compare Files by Record…', command: commandId('compareFiles') },
    { icon: 'list-ordered', label: 'Sort Properties', command: commandId('sortProperties') },
    { icon: 'terminal-powershell', label: 'Copy as PowerShell', command: commandId('copyAsPowerShell') },
    {
      icon: 'eye-closed',
      label: 'Copy Anonymized',
      detail: 'For a forum or a bug report: with placeholders for names and ids.',
      command: commandId('copyAnonymized'),
    },
  ];
}

const helpActions: readonly FileAction[] = [
  {
    icon: 'book',
    label: 'Open Rules',
    detail: 'What each rule reports, with an example.',
    command: commandId('openRules'),
  },
  {
    icon: 'terminal',
    label: 'Show Command Line',
    detail: 'The same checks, for a terminal and for scripts.',
    command: commandId('showCommandLine'),
  },
  { icon: 'output', label: 'Show Log', command: commandId('showLog') },
];

function recognitionActions({ recognition, isExcluded, isUntitled, hasJsonSchema }: FileState): FileAction[] {
  if (isExcluded)
    return [{ icon: 'check', label: 'Treat File as BackupResponse Again', command: commandId('include') }];
  const actions: FileAction[] = [];
  if (recognition === 'json.schemas') {
    actions.push({
      icon: 'settings-gear',
      label: 'Open Schema Settings',
      detail: 'The setting "json.schemas" associates this file with the BackupResponse schema.',
      command: commandId('openSchemaSettings'),
    });
  } else if (recognition !== 'name' && !isUntitled) {
    actions.push({
      icon: 'link',
      label: 'Associate Name Pattern…',
      detail: 'Treats files with this or a similar name as BackupResponse files, whatever their content.',
      command: commandId('associate'),
    });
  }
  if (recognition) {
    actions.push({
      icon: 'circle-slash',
      label: 'Stop Treating File as BackupResponse',
      detail: hasJsonSchema
        ? 'Turns off problems and fixes in this workspace. Completion and hover still come from VS Code.'
        : 'Turns off problems, fixes, completion and hover in this workspace.',
      command: commandId('exclude'),
    });
  }
  return actions;
}
