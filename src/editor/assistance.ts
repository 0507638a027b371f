import type * as vscode from 'vscode';
import { Completion } from './completion/completion.ts';
import { languageService } from './completion/language-service.ts';
import { snippetsOf } from './completion/record-snippets.ts';
import { Hovers } from './hover.ts';
import { outlineOf } from './outline.ts';
import type { Checks } from './problems/checks.ts';
import { CodeActions } from './problems/code-actions.ts';
import type { SchemaRegistry } from './recognition/schema-registry.ts';

/** Helps with editing a recognized document. The engine loads it when VS Code first asks for a part of it. */
export interface Assistance {
  readonly completion: Completion;
  readonly hovers: Hovers;
  readonly actions: CodeActions;
  outlineOf(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentSymbol[] | undefined>;
}

export function createAssistance(extensionUri: vscode.Uri, checks: Checks, registry: SchemaRegistry): Assistance {
  const service = languageService(extensionUri);
  return {
    completion: new Completion(checks, service, snippetsOf(extensionUri)),
    hovers: new Hovers(checks, registry, service),
    actions: new CodeActions(checks),
    outlineOf: (document, token) => outlineOf(checks, document, token),
  };
}
