import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { type BundledPackage, bundledPackages } from './bundled-packages.ts';

const lock: { packages: Record<string, { version?: string; integrity?: string }> } = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'),
);

/**
 * A CycloneDX 1.6 list of the package and the packages in its bundles, with their licences. It has neither a time nor a
 * serial number, so that the same package has the same list.
 * @param sha256 of the package, in hexadecimal
 */
export function sbom(sha256: string, packages: readonly BundledPackage[] = bundledPackages()): object {
  const own = `${manifest.name}@${manifest.version}`;
  const refs = new Map(packages.map((one) => [one.name, purl(one)]));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        name: manifest.name,
        version: manifest.version,
        licenses: [{ license: { id: manifest.license } }],
        hashes: [{ alg: 'SHA-256', content: sha256 }],
      },
    },
    components: packages.map((one) => ({
      type: 'library',
      'bom-ref': purl(one),
      name: one.name,
      version: one.version,
      scope: 'required',
      hashes: [{ alg: 'SHA-512', content: sha512(one) }],
      licenses: [{ license: { id: one.license } }],
      purl: purl(one),
    })),
    dependencies: [
      { ref: own, dependsOn: [...refs.values()] },
      ...packages.map((one) => ({
        ref: purl(one),
        dependsOn: one.dependencies.flatMap((name) => refs.get(name) ?? []).sort(),
      })),
    ],
  };
}

function purl({ name, version }: BundledPackage): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/**
 * The hash of the package as npm has downloaded it.
 * @throws {Error} if the lock file has another version than the bundles
 */
function sha512({ name, version }: BundledPackage): string {
  const locked = Object.entries(lock.packages).find(
    ([path, one]) => path.endsWith(`node_modules/${name}`) && one.version === version,
  );
  const [, base64] = /^sha512-(.+)$/.exec(locked?.[1].integrity ?? '') ?? [];
  if (!base64) throw new Error(`package-lock.json has no hash of ${name} ${version}: run npm ci.`);
  return Buffer.from(base64, 'base64').toString('hex');
}
