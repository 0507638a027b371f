import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openWorkbench } from '../test/vscode/workbench.ts';
import { drawIcon } from './icon.ts';
import { replaceFiles } from './replace-files.ts';

const root = join(import.meta.dirname, '..');

const settings = {
  'editor.fontFamily': 'DejaVu Sans Mono',
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'breadcrumbs.enabled': false,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.tips.enabled': false,
};

/** The pictures that are taken in a dark theme. */
const dark: ReadonlySet<string> = new Set(['light-bulb', 'go-to-record']);

/** The steps before each picture is taken, in a VS Code that shows the sample and its problems. */
const scenes: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  problems: async (page) => {
    await page.keyboard.press('Control+Shift+KeyM');
    await page.locator('.markers-panel .monaco-tl-row').nth(3).waitFor();
    await find(page, 'COMPLETED');
  },
  completion: async (page) => {
    await find(page, 'COMPLETED');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget .monaco-list-row').nth(2).waitFor();
    await page.keyboard.press('Control+Space'); // Pressed again, it shows the description beside the value.
    await page.locator('.suggest-details-container').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('.suggest-details-container', { hasText: 'The backup is complete.' }).waitFor();
  },
  'light-bulb': async (page) => {
    await find(page, 'COMPLETED');
    await page.keyboard.press('Control+Period');
    await page.locator('.action-widget .monaco-list-row').nth(2).waitFor();
  },
  hover: async (page) => {
    await find(page, 'COMPLETED');
    await runCommand(page, 'Show or Focus Hover');
    await page.locator('.monaco-hover:visible').first().waitFor();
  },
  'go-to-record': async (page) => {
    await openNightly(page);
    await runCommand(page, 'Go to Record');
    await page.locator('.quick-input-list .monaco-list-row').nth(5).waitFor();
    for (let count = 0; count < 3; count++) await page.keyboard.press('ArrowDown');
  },
  table: async (page) => {
    await openNightly(page);
    await page.keyboard.press('Control+KeyB'); // A table is wide.
    await runCommand(page, 'Show Records as Table');
    await page.getByRole('tab', { name: 'Records of nightly.jsonl' }).waitFor();
    await page.waitForTimeout(2_000); // The preview is a page of its own.
  },
  compare: async (page) => {
    await openNightly(page);
    await runCommand(page, 'Compare with Record');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'After the spring release' }).click();
    await page.locator('.monaco-diff-editor').first().waitFor();
    await page.locator('.char-insert').first().waitFor();
  },
  status: async (page) => {
    await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
    await page.locator('.monaco-hover:visible').first().waitFor();
  },
  'new-record': async (page) => {
    // With a list in the editor, the record would go into it.
    await runCommand(page, 'View: Close All Editors');
    await runCommand(page, 'New BackupResponse');
    await page.getByRole('tab', { name: 'backup.backupresponse.json' }).waitFor();
  },
};

/**
 * Takes the README's pictures in a real VS Code with the sample workspace, and draws the icon. A picture is replaced when
 * all are taken. Needs the built extension and a monospaced font (on Debian: fonts-dejavu-core). Arguments: the names of the pictures to take; all of them by default.
 */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => name !== 'icon' && !scenes[name]);
  if (unknown) throw new Error(`There is no picture "${unknown}".`);
  const isWanted = (name: string) => names.length === 0 || names.includes(name);
  await replaceFiles(join(root, 'media'), async (folder) => {
    if (isWanted('icon')) await drawIcon(join(folder, 'icon.png'));
    for (const [name, prepare] of Object.entries(scenes))
      if (isWanted(name)) await takePicture(name, prepare, join(folder, `${name}.png`));
  });
}

async function takePicture(name: string, prepare: (page: Page) => Promise<void>, path: string): Promise<void> {
  const workbench = await openWorkbench(join(root, 'samples'), {
    extensionDevelopmentPath: root,
    openFile: 'backups.backupresponse.json',
    settings: dark.has(name) ? { ...settings, 'workbench.colorTheme': 'Default Dark Modern' } : settings,
    viewport: { width: 1000, height: 640 },
  });
  const { page } = workbench;
  try {
    await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
    await prepare(page);
    await settle(page);
  } finally {
    await page.screenshot({ path });
    await workbench.close();
  }
  console.log(`${name}.png`);
}

async function openNightly(page: Page): Promise<void> {
  await page.getByRole('treeitem', { name: 'nightly.jsonl' }).dblclick();
  await page.locator('.squiggly-error').first().waitFor();
}

/** Selects the first occurrence of a text in the editor. */
async function find(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.mouse.move(0, 0); // Over the text it would open a hover.
  await page.keyboard.press('Control+KeyF');
  await page.locator('.find-widget.visible textarea').first().fill(text);
  await page.keyboard.press('Enter');
  await page.locator('.statusbar-item', { hasText: `(${text.length} selected)` }).waitFor(); // It searches after a while.
  await page.keyboard.press('Escape');
}

async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget:visible input[type=text]').fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Waits until two pictures in a row are equal: until icons are loaded and animations have ended. */
async function settle(page: Page): Promise<void> {
  let before = '';
  for (let count = 0; count < 20; count++) {
    await page.waitForTimeout(400);
    const now = (await page.screenshot()).toString('base64');
    if (now === before) return;
    before = now;
  }
}

void main(process.argv.slice(2));
