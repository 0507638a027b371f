import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { today, writeFigures } from './figures.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'test', 'mutation');
const stryker = join(folder, 'node_modules', '@stryker-mutator', 'core');
/** Relative to the repository, where it runs. */
const reports = 'out/mutation';
const resultsFile = `${reports}/results.json`;
/** The folders of the sources that need no VS Code. */
const folders = ['cli', 'document', 'features', 'files', 'index', 'json', 'model', 'record'] as const;

/** How much of the random work the tests do for each mutant. With less, some could prove nothing. */
const share = '0.02';
/** The seed is the same for all mutants: a test that fails for another reason would count as a discovery. */
const seed = '1';

/** Stryker's report on each file. @see https://github.com/stryker-mutator/mutation-testing-elements */
interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: Status }[] }>>;
}

type Status = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage';

/**
 * Mutation testing: changes the sources in thousands of small ways, and looks for the changes that no unit test notices.
 * Arguments: the names of files or of folders of `src` to change (all folders by default), and `--write`, which puts the
 * figures into docs/quality.md: the last result of each file.
 */
function main(args: readonly string[]): void {
  process.chdir(root);
  if (!isInstalled()) run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  const names = args.filter((arg) => !arg.startsWith('--'));
  // One after the other: the changed file is slow, and the rest of the sources runs as fast as ever.
  for (const name of names.length > 0 ? names : folders) if (mutate(name) !== 0) process.exitCode = 1;
  console.log(table());
  if (args.includes('--write')) writeFigures('docs/quality.md', 'mutation', `${table()}\n\n${today()}`);
}

/** @returns the exit code: 0, however many changes go unnoticed. The score is a report, and no aim. */
function mutate(name: string): number {
  const sources = name.endsWith('.ts') ? name : `src/${name}/**/*.ts`;
  const config = {
    ...JSON.parse(readFileSync(join(folder, 'stryker.config.json'), 'utf8')),
    mutate: [sources, '!src/**/generated/**', '!src/**/*.d.ts'],
    htmlReporter: { fileName: `${reports}/${basename(name)}.html` },
    jsonReporter: { fileName: `${reports}/${basename(name)}.json` },
  };
  mkdirSync(reports, { recursive: true });
  rmSync(config.jsonReporter.fileName, { force: true });
  const file = `${reports}/${basename(name)}.config.json`;
  writeFileSync(file, JSON.stringify(config));
  const status = run(process.execPath, [join(stryker, 'bin', 'stryker.js'), 'run', file], root);
  keepResults(basename(name));
  return status;
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

/** Adds the result of a run to those of other runs: the fate of the mutants of each source file. */
function keepResults(name: string): void {
  const report = `${reports}/${name}.json`;
  if (!existsSync(report)) return; // Stryker has said why there is none.
  const { files }: Report = JSON.parse(readFileSync(report, 'utf8'));
  const results = lastResults();
  for (const [file, { mutants }] of Object.entries(files)) results[file] = mutants.map(({ status }) => status);
  writeFileSync(resultsFile, JSON.stringify(results));
}

function lastResults(): Record<string, readonly Status[]> {
  return existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : {};
}

/** A row for each folder of the sources that has a result, and one for all. */
function table(): string {
  const byFolder = new Map<string, Status[]>();
  for (const [file, statuses] of Object.entries(lastResults())) {
    if (!existsSync(file)) continue;
    const name = dirname(file);
    byFolder.set(name, [...(byFolder.get(name) ?? []), ...statuses]);
  }
  const rows = [...byFolder].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '|  | mutants | noticed by a test | noticed, because they never end | not noticed | not reached | score |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(([name, statuses]) => row(`\`${name}\``, statuses)),
    row('all of these', [...byFolder.values()].flat()),
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
