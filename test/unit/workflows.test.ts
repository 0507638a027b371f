import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { load } from 'js-yaml';
import manifest from '../../package.json' with { type: 'json' };

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly needs?: string;
  readonly env?: unknown;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, '.github', 'workflows');
const texts = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const workflows = new Map([...texts].map(([name, text]) => [name, load(text) as Workflow]));

/** The rights that a job has beyond reading the sources. */
const rights: Readonly<Record<string, object>> = {
  'release.yml github': { contents: 'write' },
  'release.yml npm': { 'id-token': 'write' },
};

for (const [file, workflow] of workflows) {
  test(`${file}: actions are pinned by commit, the same everywhere, with the version in a comment`, () => {
    const pinned = /^ +(?:- )?uses: ([\w-]+\/[\w-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$/gm;
    const all = [...texts.values()].flatMap((text) => [...text.matchAll(pinned)]);
    const lines = texts.get(file)?.match(/\buses:.*/g) ?? [];
    assert.equal([...(texts.get(file) ?? '').matchAll(pinned)].length, lines.length);
    for (const [, action, commit, version] of all) {
      const others = all.filter(([, one]) => one === action);
      assert.ok(
        others.every(([, , one, its]) => one === commit && its === version),
        action,
      );
    }
  });

  test(`${file}: a job has only the rights that it needs`, () => {
    assert.deepEqual(workflow.permissions, {});
    for (const [name, { permissions, env, steps }] of Object.entries(workflow.jobs)) {
      const isReading = steps.some(({ uses }) => uses?.startsWith('actions/checkout@'));
      assert.deepEqual(permissions, rights[`${file} ${name}`] ?? (isReading ? { contents: 'read' } : {}), name);
      assert.equal(env, undefined, `${name}: a secret is for its step alone`);
      for (const { uses, with: inputs } of steps)
        if (uses?.startsWith('actions/checkout@')) assert.equal(inputs?.['persist-credentials'], false, name);
    }
  });

  test(`${file}: its commands exist`, () => {
    for (const { steps, strategy } of Object.values(workflow.jobs)) {
      const runs = steps.map(({ run = '' }) => run).join('\n');
      const scripts = [...runs.matchAll(/npm (?:run )?([a-z][\w:]*)/g)].flatMap(([, name = '']) =>
        name === 'run' ? [] : name,
      );
      const npmCommands = ['pack', 'config', 'publish'];
      for (const script of [...scripts, ...(strategy?.matrix.script ?? [])])
        if (!npmCommands.includes(script)) assert.ok(script in manifest.scripts, script);
      for (const [, path = ''] of runs.matchAll(/node (scripts\/\S+)/g)) assert.ok(existsSync(join(root, path)), path);
      // Expressions are values of variables, so that no text of others becomes part of a program.
      assert.doesNotMatch(runs, /\$\{\{/);
    }
  });
}

test('a change is tested on three systems, with the oldest and the newest Node.js and VS Code', () => {
  const { strategy, steps = [] } = workflows.get('test.yml')?.jobs.test ?? {};
  assert.deepEqual(strategy?.matrix.os, ['ubuntu-latest', 'macos-latest', 'windows-latest']);
  assert.deepEqual(strategy?.matrix.node, [manifest.engines.node.replace('>=', ''), 'lts/*']);
  assert.deepEqual(
    steps.flatMap(({ run }) => run ?? []),
    ['npm test', 'npm run test:editor -- --floor'],
  );
});

test('a tag publishes the tested package, but not to a place whose secret is missing', () => {
  assert.deepEqual(workflows.get('release.yml')?.on, { push: { tags: ['v*'] } });
  const { pack, ...others } = workflows.get('release.yml')?.jobs ?? {};
  const runs = pack?.steps.flatMap(({ run }) => run ?? []) ?? [];
  assert.match(runs[0] ?? '', /package\.json'\)\.version/);
  assert.deepEqual(runs.slice(1, 3), ['npm test', 'npm run package']);
  assert.deepEqual(Object.keys(others), ['github', 'marketplace', 'open-vsx', 'npm']);
  for (const [name, { needs, steps }] of Object.entries(others)) {
    assert.equal(needs, 'pack');
    const [secret] = steps.flatMap(({ env }) => Object.keys(env ?? {}).filter((key) => /_(PAT|TOKEN)$/.test(key)));
    const run = steps.find(({ env }) => secret !== undefined && secret in (env ?? {}))?.run ?? '';
    if (name !== 'github') assert.match(run, new RegExp(`^if \\[ -z "\\$${secret}" \\]; then .* exit 0; fi\n`), name);
  }
});
