import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../test/vscode/browser.ts';

/** Draws icon.png from media/icon.svg: the Marketplace does not accept SVG. */
export async function drawIcon(path: string): Promise<void> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  const svg = readFileSync(join(import.meta.dirname, '..', 'media', 'icon.svg'), 'utf8');
  await page.setContent(`<body style="margin: 0">${svg}`);
  await page.screenshot({ path, omitBackground: true });
  await browser.close();
}
