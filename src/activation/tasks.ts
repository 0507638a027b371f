import * as vscode from 'vscode';

const type = 'backup-response';

/** A task as written in `tasks.json`. */
interface CheckTask extends vscode.TaskDefinition {
  /** The file or folder to check, relative to the workspace folder; the workspace folder itself if omitted. */
  readonly path?: string;
}

/** Offers the command line as a task for each workspace folder, where processes can be started. */
export function provideTasks({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  // On the desktop this is Electron, which can run as Node; in a remote host it is Node. So users need no Node of their
  // own. A web worker cannot start processes.
  const node = globalThis.process?.execPath;
  if (!node) return { dispose: () => {} };
  const program = vscode.Uri.joinPath(extensionUri, 'dist', 'cli.mjs').fsPath;

  const taskFor = async (
    definition: CheckTask,
    scope: vscode.WorkspaceFolder | vscode.TaskScope,
  ): Promise<vscode.Task> => {
    const folder = typeof scope === 'object' ? scope.uri : undefined;
    const settings = folder && (await settingsFileIn(folder));
    // A path may start with a dash.
    const args = ['check', ...(settings ? ['--settings', settings] : []), '--', definition.path ?? '.'];
    const execution = new vscode.ProcessExecution(node, [program, ...args], {
      ...(folder && { cwd: folder.fsPath }),
      env: { ELECTRON_RUN_AS_NODE: '1' },
    });
    return new vscode.Task(definition, scope, 'check', 'BackupResponse', execution, '$backup-response');
  };
  return vscode.tasks.registerTaskProvider(type, {
    provideTasks: () => {
      const folders = vscode.workspace.workspaceFolders?.filter(({ uri }) => uri.scheme === 'file') ?? [];
      return Promise.all(folders.map((folder) => taskFor({ type }, folder)));
    },
    resolveTask: ({ definition, scope }) => {
      // VS Code requires the same definition object, or it treats this as a different task.
      return taskFor(definition, scope ?? vscode.TaskScope.Workspace);
    },
  });
}

/** The settings of a workspace folder, so that the task and the Problems panel agree; undefined without settings. */
async function settingsFileIn(folder: vscode.Uri): Promise<string | undefined> {
  const file = vscode.Uri.joinPath(folder, '.vscode', 'settings.json');
  return vscode.workspace.fs.stat(file).then(
    () => file.fsPath,
    () => undefined,
  );
}
