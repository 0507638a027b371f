import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** VS Code settings by name. */
export type Settings = Readonly<Record<string, unknown>>;

/** Keep runs repeatable and pictures calm: no guesses, no greetings, no network. */
const quietSettings: Settings = {
  'chat.disableAIFeatures': true,
  'editor.wordBasedSuggestions': 'off',
  'extensions.autoCheckUpdates': false,
  // In a browser, VS Code would save after a second, which a test is late for on a slow machine.
  'files.autoSave': 'off',
  'git.enabled': false,
  'json.schemaDownload.enable': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * Draw little, for tests that look at no picture: without a graphics card, drawing takes more time than the tests. An
 * extension does not see these settings.
 */
export const plainSettings: Settings = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.stickyScroll.enabled': false,
  'explorer.autoReveal': false,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.editor.showTabs': 'none',
  'workbench.layoutControl.enabled': false,
  'workbench.reduceMotion': 'on',
};

/** Open a folder in Restricted Mode without a question, which no test would answer. */
export const restrictedSettings: Settings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

/**
 * Writes the user settings for a fresh VS Code.
 * @param userDataFolder VS Code's user data folder, which is created if missing
 * @param settings override the quiet ones
 */
export function writeUserSettings(userDataFolder: string, settings: Settings = {}): void {
  const userFolder = join(userDataFolder, 'User');
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(join(userFolder, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
}
