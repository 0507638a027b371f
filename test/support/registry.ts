import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import manifest from '../../package.json' with { type: 'json' };

/** A registry of npm that has one package. */
export interface Registry {
  readonly address: string;
  close(): void;
}

/** @param tarball the path of our npm package */
export async function serveRegistry(tarball: string): Promise<Registry> {
  const content = readFileSync(tarball);
  const { name, version, bin } = manifest;
  const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`;
  const server = createServer(({ url }, response) => {
    if (url === `/${name}.tgz`) response.end(content);
    else if (url === `/${name}`) {
      const dist = { tarball: `${addressOf(server.address())}${name}.tgz`, integrity };
      const versions = { [version]: { name, version, bin, dist } };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions }));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: addressOf(server.address()), close: () => server.close() };
}

function addressOf(address: string | AddressInfo | null): string {
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
}
