#!/usr/bin/env node
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWorkbench } from '../test/vscode/workbench.mjs';

/**
 * Makes the README's pictures from the real VS Code, with the extension at work in the sample workspace. Wants the
 * built extension, and a monospaced font on the machine (on Debian: fonts-dejavu-core). Given names, makes those alone.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const sample = 'backups.backupresponse.json';

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

/** What to do before each picture is taken, in a VS Code that shows the sample and has found its problems. */
const scenes = {
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
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+Space'); // A second time it shows the sentence beside the value.
    await page.locator('.suggest-details-container').waitFor();
  },
  'light-bulb': async (page) => {
    await find(page, 'COMPLETED');
    await page.keyboard.press('Control+Period');
    await page.locator('.action-widget .monaco-list-row').nth(2).waitFor();
  },
  hover: async (page) => {
    await find(page, 'COMPLETED');
    await command(page, 'Show or Focus Hover');
    await page.locator('.monaco-hover:visible').first().waitFor();
  },
  'go-to-record': async (page) => {
    await page.getByRole('treeitem', { name: 'nightly.jsonl' }).dblclick();
    await page.locator('.squiggly-error').first().waitFor();
    await command(page, 'Go to Record');
    await page.locator('.quick-input-list .monaco-list-row').nth(5).waitFor();
    for (let count = 0; count < 3; count++) await page.keyboard.press('ArrowDown');
  },
  status: async (page) => {
    await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
    await page.locator('.monaco-hover:visible').first().waitFor();
  },
  'new-record': async (page) => {
    await command(page, 'New BackupResponse');
    await page.getByRole('tab', { name: 'backup.backupresponse.json' }).waitFor();
  },
};

const wanted = process.argv.slice(2);
for (const [name, prepare] of Object.entries(scenes)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const workbench = await openWorkbench(join(root, 'samples'), {
    extensionDevelopmentPath: root,
    openFile: sample,
    settings,
    viewport: { width: 1000, height: 640 },
  });
  const { page } = workbench;
  try {
    await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
    await prepare(page);
    await settle(page);
  } finally {
    await page.screenshot({ path: join(root, 'media', `${name}.png`) });
    await workbench.close();
  }
  console.log(`media/${name}.png`);
}

/** Selects the first place where a text stands in the editor. */
async function find(page, text) {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.mouse.move(0, 0); // Over the text it would bring hovers of its own.
  await page.keyboard.press('Control+KeyF');
  await page.locator('.find-widget.visible textarea').first().fill(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

async function command(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget:visible input[type=text]').fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Waits until two pictures in a row are the same: for icons to load, and animations to end. */
async function settle(page) {
  let before = '';
  for (let count = 0; count < 20; count++) {
    await page.waitForTimeout(400);
    const now = (await page.screenshot()).toString('base64');
    if (now === before) return;
    before = now;
  }
}
