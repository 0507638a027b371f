import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BundledPackage, bundledPackages } from './bundled-packages.ts';
import { isMain } from './is-main.ts';

const file = join(import.meta.dirname, '..', 'THIRD-PARTY-NOTICES');
const rule = '-'.repeat(80);

/** The text of `THIRD-PARTY-NOTICES`: the packages in the bundles, and their terms. Equal licences are written once. */
export function notices(packages: readonly BundledPackage[] = bundledPackages()): string {
  const parts = [...new Set(packages.map(({ text }) => text))].map((text) => {
    const headings = packages.filter((one) => one.text === text).map(heading);
    return `${rule}\n${headings.join('\n')}\n\n${text}\n`;
  });
  return `BackupResponse for VS Code contains code of these packages of npm, or code that they have generated.\n\n${parts.join('\n')}`;
}

function heading({ name, version, license, holders }: BundledPackage): string {
  return `${name} ${version} (${license}), in ${holders.join(' and ')}`;
}

if (isMain(import.meta.url)) {
  const text = notices();
  if (text !== readFileSync(file, { encoding: 'utf8', flag: 'a+' })) {
    writeFileSync(file, text);
    console.log('made THIRD-PARTY-NOTICES');
  }
}
