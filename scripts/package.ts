import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packNpm, stagePackage } from './package-files.ts';
import { sbom } from './sbom.ts';

const root = join(import.meta.dirname, '..');
const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');

/** The first time that a zip file can hold. All files in the package have it, so that equal packages have one hash. */
const firstTime = String(Date.UTC(1980, 0, 1) / 1000);

/**
 * Packs the last build, and writes the list of its components beside it, with `.cdx.json` for `.vsix`. The same files
 * give the same bytes with the same version of Node.js, on every machine and at any time.
 * @param from a folder with the files of the package
 * @throws {Error} if vsce fails
 */
function packExtension(vsix: string, from: string): void {
  const folder = stagePackage(mkdtempSync(join(tmpdir(), 'backup-response-')), from);
  const args = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix];
  const { status } = spawnSync(process.execPath, [vsce, 'package', ...args], {
    cwd: folder,
    stdio: 'inherit',
    // vsce writes local times, and sorts the files as the language does.
    env: { SOURCE_DATE_EPOCH: firstTime, ...process.env, TZ: 'UTC', LC_ALL: 'en_US.UTF-8' },
  });
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(`vsce ended with ${status}.`);
  const zip = withEqualModes(readFileSync(vsix));
  writeFileSync(vsix, zip);
  const sha256 = createHash('sha256').update(zip).digest('hex');
  writeFileSync(vsix.replace(/(\.vsix)?$/, '.cdx.json'), `${JSON.stringify(sbom(sha256), undefined, 2)}\n`);
}

/**
 * A zip file in which all users may read each file, and its owner write it. vsce takes over the permissions of the file
 * system, which differ between machines.
 */
function withEqualModes(zip: Buffer): Buffer {
  const end = zip.length - 22; // The last entry says where the directory is. vsce writes no comment after it.
  if (zip.readUInt32LE(end) !== 0x06054b50) throw new Error('The package does not end as a zip file of vsce does.');
  const result = Buffer.from(zip);
  for (let at = zip.readUInt32LE(end + 16); at < end; ) {
    result.writeUInt32LE(0o100644 * 0x10000, at + 38);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return result;
}

/** Arguments: `vsix` or `npm` for one of the packages. */
const { values, positionals } = parseArgs({
  options: { out: { type: 'string', default: 'backup-response.vsix' }, folder: { type: 'string', default: root } },
  allowPositionals: true,
});
if (positionals[0] !== 'npm') packExtension(resolve(values.out), values.folder);
if (positionals[0] !== 'vsix') console.log(` DONE  Packaged: ${join(root, packNpm(root))}`);
