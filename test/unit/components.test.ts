import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };
import { bundledPackages } from '../../scripts/bundled-packages.ts';
import { notices } from '../../scripts/notices.ts';
import { sbom } from '../../scripts/sbom.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const packages = bundledPackages();

test('the bundles hold known packages only, each with its license', () => {
  assert.deepEqual(
    packages.map(({ name, license }) => `${name} ${license}`),
    [
      '@vscode/l10n MIT',
      'ajv MIT',
      'jsonc-parser MIT',
      'vscode-json-languageservice MIT',
      'vscode-languageserver-textdocument MIT',
      'vscode-languageserver-types MIT',
      'vscode-uri MIT',
    ],
  );
  for (const { name, text } of packages) {
    assert.match(text, /Copyright \(c\) \S/, name);
    assert.match(text, /Permission is hereby granted/, name);
  }
  for (const name of ['ajv', 'jsonc-parser']) {
    assert.ok(packages.find((one) => one.name === name)?.holders.includes('the npm package'), name);
  }
});

test('THIRD-PARTY-NOTICES lists the packages in the bundles', () => {
  assert.equal(read('THIRD-PARTY-NOTICES'), notices(), 'THIRD-PARTY-NOTICES is stale: run npm run build');
});

test('the packed bundles do not point at source maps', () => {
  const bundles = readdirSync(join(root, 'dist')).filter((name) => /\.m?js$/.test(name));
  assert.deepEqual(
    Object.keys(JSON.parse(read('dist/contents.json'))).sort(),
    bundles.map((name) => `dist/${name}`).sort(),
  );
  for (const name of bundles) assert.doesNotMatch(read(`dist/${name}`), /sourceMappingURL/, name);
});

test('the list of components is valid CycloneDX 1.6, and its references exist', () => {
  const sha256 = '0'.repeat(64);
  const bom = JSON.parse(JSON.stringify(sbom(sha256)));
  assert.deepEqual([bom.bomFormat, bom.specVersion, bom.version], ['CycloneDX', '1.6', 1]);
  const own = bom.metadata.component;
  assert.deepEqual([own.type, own.name, own.version], ['application', manifest.name, manifest.version]);
  assert.deepEqual(own.hashes, [{ alg: 'SHA-256', content: sha256 }]);
  assert.equal(bom.components.length, packages.length);
  for (const { type, name, version, purl, licenses, hashes, ...component } of bom.components) {
    assert.equal(type, 'library');
    assert.equal(decodeURIComponent(purl), `pkg:npm/${name}@${version}`);
    assert.equal(component['bom-ref'], purl);
    assert.match(licenses[0].license.id, /^[\w.-]+$/);
    assert.match(hashes[0].content, /^[0-9a-f]{128}$/);
  }
  const refs = [own, ...bom.components].map((one) => one['bom-ref']);
  assert.equal(new Set(refs).size, refs.length);
  assert.deepEqual(
    bom.dependencies.map((one: { ref: string }) => one.ref),
    refs,
  );
  for (const { dependsOn } of bom.dependencies) for (const ref of dependsOn) assert.ok(refs.includes(ref), ref);
});

test('the package installs no dependencies', () => {
  assert.ok(
    !('dependencies' in manifest) && !('optionalDependencies' in manifest) && !('peerDependencies' in manifest),
  );
});

/**
 * No install script runs, but a new one is worth a look: it would run on every machine that installs
 * without `--ignore-scripts`.
 */
test('the dependencies with install scripts are known by name', () => {
  const withScripts = (folder: string): string[] => {
    const { packages } = JSON.parse(read(`${folder}package-lock.json`)) as {
      packages: Record<string, { hasInstallScript?: boolean }>;
    };
    return Object.entries(packages).flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript ? path.replace(/^.*node_modules\//, '') : [],
    );
  };
  assert.deepEqual(withScripts(''), ['@vscode/vsce-sign', 'esbuild', 'keytar', 'tree-sitter-powershell']);
  for (const folder of ['test/vscode/', 'test/vscode/floor/'])
    assert.deepEqual(withScripts(folder), ['@parcel/watcher', 'argon2', 'code-server'], folder);
  for (const folder of ['', 'test/vscode/', 'test/vscode/floor/'])
    assert.match(read(`${folder}.npmrc`), /^ignore-scripts=true$/m);
  assert.match(read('scripts/setup.mjs'), /npm\('ci', '--ignore-scripts'/);
});
