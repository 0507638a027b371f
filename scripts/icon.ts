import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../test/vscode/browser.ts';

/** Draws media/icon.png from media/icon.svg: the Marketplace does not accept SVG. */
async function drawIcon(): Promise<void> {
  const media = join(import.meta.dirname, '..', 'media');
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  await page.setContent(`<body style="margin: 0">${readFileSync(join(media, 'icon.svg'), 'utf8')}`);
  await page.screenshot({ path: join(media, 'icon.png'), omitBackground: true });
  await browser.close();
}

void drawIcon();
