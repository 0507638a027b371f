import { join } from 'node:path';
import { openWorkbench } from './test/vscode/workbench.mjs';
const root = '/tmp/wa';
const wb = await openWorkbench('/tmp/wa-samples', { extensionDevelopmentPath: root, openFile: 'backups.backupresponse.json', settings: {'window.commandCenter': false, 'workbench.editorLargeFileConfirmation': 1000,'editor.minimap.enabled': false}, viewport: {width: 1100, height: 640} });
const { page } = wb;
let n=0; const shot = async (name) => { await page.waitForTimeout(900); await page.screenshot({ path: `/tmp/wa-shots/${++n}-${name}.png` }); };
const cmd = async (t) => { await page.keyboard.press('F1'); await page.locator('.quick-input-widget:visible input[type=text]').fill('>'+t); await page.waitForTimeout(600); await page.keyboard.press('Enter'); };
const status = async () => { await page.locator('.statusbar-item[id="status.languageStatus"]').hover(); await page.waitForTimeout(800); };
try {
  await page.locator('.squiggly-error').first().waitFor({ timeout: 60000 });
  await page.keyboard.press('Control+p'); await page.locator('.quick-input-widget:visible input[type=text]').fill('nightly-2024'); await page.waitForTimeout(1200); await page.keyboard.press('Enter'); await page.waitForTimeout(2500);
  await shot('nightly');
  await cmd('BackupResponse: Show File Actions'); await page.waitForTimeout(1200); await page.keyboard.press('ArrowDown'); await page.keyboard.press('ArrowDown'); await shot('menu-nightly'); await page.keyboard.press('Enter'); await shot('patterns'); await page.keyboard.press('Enter'); await shot('preview');
  await page.keyboard.type('['); await shot('bad'); await page.keyboard.press('Backspace'); await page.keyboard.type('x'); await shot('other'); await page.keyboard.press('Backspace'); await page.keyboard.press('Enter'); await shot('written');
  await cmd('BackupResponse: Show File Actions'); await page.waitForTimeout(1200); await page.keyboard.press('ArrowDown'); await page.keyboard.press('ArrowDown'); await shot('menu-associated'); await page.keyboard.press('Enter'); await page.waitForTimeout(1500); await shot('settings');
  await page.keyboard.press('Control+p'); await page.locator('.quick-input-widget:visible input[type=text]').fill('huge.json'); await page.waitForTimeout(1200); await page.keyboard.press('Enter'); await page.waitForTimeout(6000);
  await cmd('BackupResponse: Show File Actions'); await shot('huge');
await cmd('Notifications: Show Notifications'); await shot('notes');} catch (e) { console.log(e.message); await shot('error'); }
console.log(wb.output().split('\n').filter(l=>/error/i.test(l)).slice(-5).join('\n'));
await wb.close();
