import * as vscode from 'vscode';

const type = 'backup-response';

/** A task as `tasks.json` has it. */
interface CheckTask extends vscode.TaskDefinition {
  /** What to check: a file or a folder, relative to the workspace's folder. Left out, it is that folder. */
  readonly path?: string;
}

/** Offers the command line as a task for each folder of the workspace, where processes can be started. */
export function provideTasks({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  // The desktop's helper process is Electron, which is Node when it is told to be; a remote host is Node itself. So the
  // task needs no Node of the user's. A worker in the browser has no processes.
  const node = globalThis.process?.execPath;
  if (!node) return { dispose: () => {} };
  const program = vscode.Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath;

  const taskFor = (definition: CheckTask, scope: vscode.WorkspaceFolder | vscode.TaskScope): vscode.Task => {
    const execution = new vscode.ProcessExecution(node, [program, 'check', definition.path ?? '.'], {
      ...(typeof scope === 'object' && { cwd: scope.uri.fsPath }),
      env: { ELECTRON_RUN_AS_NODE: '1' },
    });
    return new vscode.Task(definition, scope, 'check', 'BackupResponse', execution, '$backup-response');
  };
  return vscode.tasks.registerTaskProvider(type, {
    provideTasks: () => {
      const folders = vscode.workspace.workspaceFolders?.filter(({ uri }) => uri.scheme === 'file') ?? [];
      return folders.map((folder) => taskFor({ type }, folder));
    },
    resolveTask: ({ definition, scope }) => {
      // It must be the very same definition, or VS Code takes the task for another one.
      return taskFor(definition, scope ?? vscode.TaskScope.Workspace);
    },
  });
}
