import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { leftOut } from '../mutation/plugin.mjs';
import { nodeTest } from '../mutation/registry.mjs';

const here = import.meta.dirname;

test('mutation testing has all that its tests take from node:test', () => {
  const files = readdirSync(here).filter((name) => name.endsWith('.test.ts') && !leftOut.test(name));
  const imports = files.flatMap((name) => {
    const [, names = ''] = /^import \{(.*)\} from 'node:test';$/m.exec(readFileSync(join(here, name), 'utf8')) ?? [];
    return names.split(',').map((one) => one.trim());
  });
  assert.deepEqual(
    [...new Set(imports)].filter((name) => !(name in nodeTest)),
    [],
  );
});
