import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { today, writeFigures } from './figures.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'test', 'mutation');

/** How much of the random work the tests do for each mutant. With less, some could prove nothing. */
const share = '0.04';
/** What is random is the same for all mutants: a test that fails for another reason would count as a discovery. */
const seed = '1';

/** What Stryker writes about each file. @see https://github.com/stryker-mutator/mutation-testing-elements */
interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: Status }[] }>>;
}

type Status = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage';

/**
 * Mutation testing: changes the sources in thousands of small ways, and looks for the changes that no unit test notices.
 * Arguments: `--write` puts the figures into docs/quality.md; others are for Stryker's `run`, such as
 * `--mutate src/record/check.ts`.
 */
function main(args: readonly string[]): void {
  process.chdir(root);
  if (!isInstalled()) run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  const stryker = join(folder, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const options = args.filter((arg) => arg !== '--write');
  const status = run(process.execPath, [stryker, 'run', join(folder, 'stryker.config.json'), ...options], root);
  if (args.includes('--write')) writeFigures('docs/quality.md', 'mutation', `${table()}\n\n${today()}`);
  process.exitCode = status;
}

function isInstalled(): boolean {
  const installed = join(folder, 'node_modules', '.package-lock.json'); // npm writes it last.
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs;
}

/** @returns the exit code */
function run(command: string, args: readonly string[], cwd: string): number {
  const { status } = spawnSync(command, args, {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, BACKUP_RESPONSE_RUNS: share, BACKUP_RESPONSE_SEED: seed },
    // On Windows npm is a script, which only a shell can start.
    shell: command === 'npm' && process.platform === 'win32',
  });
  return status ?? 1;
}

/** A row for each folder of the sources, and one for all. */
function table(): string {
  const report: Report = JSON.parse(readFileSync(join(root, 'out', 'mutation', 'report.json'), 'utf8'));
  const byFolder = new Map<string, Status[]>();
  for (const [file, { mutants }] of Object.entries(report.files)) {
    const name = file.split('/').slice(0, 2).join('/');
    byFolder.set(name, [...(byFolder.get(name) ?? []), ...mutants.map(({ status }) => status)]);
  }
  const rows = [...byFolder].map(([name, statuses]) => row(`\`${name}\``, statuses));
  return [
    '|  | mutants | noticed by a test | noticed, because they never end | not noticed | not reached | score |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    row('all', [...byFolder.values()].flat()),
  ].join('\n');
}

function row(name: string, statuses: readonly Status[]): string {
  const countOf = (wanted: Status): number => statuses.filter((status) => status === wanted).length;
  const counts = (['Killed', 'Timeout', 'Survived', 'NoCoverage'] as const).map(countOf);
  const score = ((countOf('Killed') + countOf('Timeout')) / statuses.length) * 100;
  const cells = [statuses.length, ...counts].map((count) => count.toLocaleString('en'));
  return `| ${[name, ...cells, `${score.toFixed(1)} %`].join(' | ')} |`;
}

main(process.argv.slice(2));
