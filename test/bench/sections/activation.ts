import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Activation } from '../children/activation.ts';
import { show, table } from '../markdown.ts';
import { inFreshProcess } from '../processes.ts';
import type { Run } from '../run.ts';
import { median } from '../statistics.ts';

const dist = join(__dirname, '..', '..', 'dist');
const bundles = [
  'extension.js',
  'engine.mjs',
  'assistance.mjs',
  'on-demand.mjs',
  'paste.mjs',
  'language.mjs',
  'cli.js',
];

/** The cost of having the extension installed: its start, over that of one that does nothing, and its size. */
export function activation(run: Run): string {
  const empty = join(__dirname, 'empty-extension.js');
  writeFileSync(empty, 'exports.activate = () => {};\n');
  const rounds = run.rounds('activation', { full: 15, quick: 7 }, () => ({
    empty: start(empty),
    own: start(join(dist, 'extension.js')),
  }));
  const times = table(
    ['', 'loading, ms', 'activating, ms', 'both, over the empty one, ms'],
    (['empty', 'own'] as const).map((name) => [
      name === 'own' ? 'BackupResponse' : 'an empty extension',
      median(rounds.map((round) => round[name].load)),
      median(rounds.map((round) => round[name].activate)),
      median(rounds.map((round) => sum(round[name]) - sum(round.empty))),
    ]),
  );
  const sizes = bundles
    .filter((name) => existsSync(join(dist, name)))
    .map((name) => {
      const bytes = readFileSync(join(dist, name));
      return [`\`dist/${name}\``, kilobytes(bytes.length), kilobytes(gzipSync(bytes).length)];
    });
  return `${times}\n\n${table(['', 'minified, KB', 'gzip, KB'], sizes)}`;
}

function start(main: string): Activation {
  return inFreshProcess<Activation>('activation', [main]).answer;
}

function sum({ load, activate }: Activation): number {
  return load + activate;
}

function kilobytes(bytes: number): string {
  return show(bytes / 1000);
}
