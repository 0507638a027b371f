import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What makes a run repeatable and a picture calm: no guesses, no greetings, no network. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'editor.wordBasedSuggestions': 'off',
  'extensions.autoCheckUpdates': false,
  'git.enabled': false,
  'json.schemaDownload.enable': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** What opens a folder in Restricted Mode at once, without a question that nobody would answer. */
export const RESTRICTED_SETTINGS = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

/**
 * Writes the user settings a fresh VS Code is to start with.
 *
 * @param {string} userDataFolder VS Code's user data folder, which need not be there yet.
 * @param {object} [settings] Settings over those that make a run repeatable.
 * @returns {void}
 */
export function writeUserSettings(userDataFolder, settings = {}) {
  const userFolder = join(userDataFolder, 'User');
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(join(userFolder, 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
}
