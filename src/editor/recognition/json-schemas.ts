import * as vscode from 'vscode';
import { matchesFile } from '../../files/file-match.ts';
import { schemaProperty } from '../../files/schema-property.ts';
import { schemaId } from '../../model/schema-id.ts';
import { hasJsonSupport } from '../workbench/languages.ts';

/*
 * Which schemas VS Code's JSON service uses for a document. No API exposes this, so it is worked out as the service's
 * client does it: extensions/json-language-features/client/src/jsonClient.ts in VS Code.
 */

/** Assigns a schema to the files that match a pattern. */
interface Association {
  readonly fileMatch: unknown;
  /** The address of the schema; empty for one that is written in the setting itself. */
  readonly url: string;
  /** The folder that it is limited to. */
  readonly folder?: vscode.Uri;
}

/** The ways in which users can associate a document with our schema. */
export type SchemaSource = '$schema' | 'json.schemas';

/**
 * How a document is associated with our schema. As in VS Code, `$schema` in the file takes precedence over the settings.
 * @param beginning of the document's text; undefined without a root that could name a schema
 */
export function associationOf(uri: vscode.Uri, beginning: string | undefined): SchemaSource | undefined {
  const named = beginning === undefined ? undefined : schemaProperty(beginning);
  if (named !== undefined) return isOurs(named) ? '$schema' : undefined;
  const isSet = associationsInSettings().some((one) => isOurs(one.url) && matches(uri, one));
  return isSet ? 'json.schemas' : undefined;
}

/**
 * Whether VS Code's JSON service handles a document and has a schema for it, ours or another.
 * @param beginning of the document's text
 */
export function hasJsonSchema({ uri, languageId }: vscode.TextDocument, beginning: string): boolean {
  if (!isServed(languageId)) return false;
  if (schemaProperty(beginning) !== undefined) return true;
  return [...associationsInSettings(), ...associationsByExtensions()].some((one) => matches(uri, one));
}

/** Whether a settings change may affect which schema a document has. */
export function affectsSchemas(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration('json.schemas');
}

function isServed(languageId: string): boolean {
  if (hasJsonSupport({ languageId })) return true;
  return contributions('jsonLanguageParticipants').some((one) => one.languageId === languageId);
}

function isOurs(url: string): boolean {
  if (url === schemaId) return true;
  try {
    return vscode.Uri.parse(url).toString(true) === schemaId;
  } catch {
    return false;
  }
}

function matches(uri: vscode.Uri, { fileMatch, folder }: Association): boolean {
  return matchesFile(fileMatch, textOf(uri), folder && textOf(folder));
}

/** A file's URI in the form that the service matches against patterns. */
export function textOf(uri: vscode.Uri): string {
  return uri.with({ query: '', fragment: '' }).toString(true);
}

/** The setting `json.schemas`: from the user and the workspace for all files, from a folder for its own files. */
function associationsInSettings(): Association[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const setting = (scope: vscode.Uri | null) => vscode.workspace.getConfiguration('json', scope).inspect('schemas');
  const general = setting(null);
  const ofUser = associationsIn(general?.globalValue);
  const isInWorkspace = vscode.workspace.workspaceFile !== undefined || folders.length === 1;
  const ofWorkspace = isInWorkspace ? associationsIn(general?.workspaceValue) : [];
  const ofFolders = vscode.workspace.workspaceFile
    ? folders.flatMap(({ uri }) => associationsIn(setting(uri)?.workspaceFolderValue, uri))
    : [];
  return [...ofUser, ...ofWorkspace, ...ofFolders];
}

function associationsIn(setting: unknown, folder?: vscode.Uri): Association[] {
  return objectsIn(setting).flatMap(({ url, schema, fileMatch }) => {
    if (!url && !schema) return [];
    return { fileMatch, url: typeof url === 'string' ? url : '', ...(folder && { folder }) };
  });
}

/** The contributions of other extensions. VS Code shows us only those in the same extension host. */
function associationsByExtensions(): Association[] {
  return contributions('jsonValidation').flatMap(({ fileMatch, url }) => {
    const patterns: unknown = typeof fileMatch === 'string' ? [fileMatch] : fileMatch;
    if (!Array.isArray(patterns) || typeof url !== 'string') return [];
    return { fileMatch: patterns.map(patternOfExtension), url };
  });
}

/** Resolves the variables for VS Code's own folders; a relative pattern matches in any folder. */
function patternOfExtension(pattern: unknown): unknown {
  if (typeof pattern !== 'string') return pattern;
  if (pattern[0] === '%') {
    return pattern
      .replace('%APP_SETTINGS_HOME%', '/User')
      .replace('%MACHINE_SETTINGS_HOME%', '/Machine')
      .replace('%APP_WORKSPACES_HOME%', '/Workspaces');
  }
  return /^(\w+:\/\/|\/|!)/.test(pattern) ? pattern : `/${pattern}`;
}

function contributions(point: string) {
  return vscode.extensions.all.flatMap(({ packageJSON }) => objectsIn(packageJSON?.contributes?.[point]));
}

function objectsIn(list: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'object' && one !== null) : [];
}
