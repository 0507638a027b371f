import { createHash } from 'node:crypto';
import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Severity, severities } from '../../model/severity.ts';
import { defaultSeverities, type RuleId, ruleIds } from '../../record/rules/index.ts';
import type { Problem } from './problem.ts';
import type { Report, RunSummary } from './report.ts';
import { pathFrom, repositoryRoot } from './repository.ts';
import { readRulePage } from './rule-page.ts';

/** SARIF has three levels, and none. */
const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
};

/** Code scanning refuses a log with more results than this in a run. */
const acceptedResults = 25_000;
/** How many fixes of a problem a log has: the likely ones come first, and an enum may have two dozen. */
const maxFixes = 3;
/** The name in the log for the root of the repository. */
const rootId = 'SRCROOT';

/**
 * The problems as a SARIF 2.1.0 log, with the rules and the likely fixes. If there are too many problems, it has the
 * gravest ones, and says how many it leaves out. Each result has a line of its own, so that the log is never one string.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export class SarifReport implements Report<Problem> {
  /** The results by severity, the gravest first, no more of each than the log can have. */
  readonly #results = new Map(severities.map((severity): [Severity, string[]] => [severity, []]));
  readonly #fingerprints = new Fingerprints();
  readonly #root = repositoryRoot();
  #count = 0;

  constructor(
    readonly version: string,
    readonly maxResults = acceptedResults,
  ) {}

  add(problems: Iterable<Problem>): Iterable<string> {
    for (const problem of problems) {
      this.#count++;
      const results = this.#results.get(problem.severity);
      const fingerprint = this.#fingerprints.of(problem);
      if (!results || results.length >= this.maxResults) continue;
      results.push(JSON.stringify(resultOf(problem, fingerprint, locationOf(problem.file, this.#root))));
    }
    return [];
  }

  *end({ failures }: RunSummary): Iterable<string> {
    const driver = { name: 'backup-response', semanticVersion: this.version, rules: ruleIds.map(ruleOf) };
    const bases = { [rootId]: { uri: pathToFileURL(join(this.#root, sep)).href } };
    const head = { tool: { driver }, columnKind: 'utf16CodeUnits', originalUriBaseIds: bases };
    yield `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[\n`;
    yield `${JSON.stringify(head).slice(0, -1)},"results":[`;
    let before = '\n';
    for (const result of [...this.#results.values()].flat().slice(0, this.maxResults)) {
      yield before + result;
      before = ',\n';
    }
    yield `\n],"invocations":[${JSON.stringify(this.#invocation(failures))}]}\n]}\n`;
  }

  #invocation(failures: readonly string[]): object {
    const notifications = failures.map((text) => ({ level: 'error', message: { text } }));
    const leftOut = this.#count - this.maxResults;
    if (leftOut > 0) {
      const results = leftOut === 1 ? 'result is' : 'results are';
      const text = `${leftOut} ${results} left out, because code scanning accepts ${this.maxResults}.`;
      notifications.push({ level: 'warning', message: { text } });
    }
    return { executionSuccessful: failures.length === 0, toolExecutionNotifications: notifications };
  }
}

/** Identifies a problem even if lines are added above it: by its rule, its line, and a count of equal ones. */
class Fingerprints {
  readonly #counts = new Map<string, number>();
  /** The hashes of the line that was last asked for, by rule: a line may be long, and have thousands of problems. */
  readonly #hashes = new Map<RuleId, string>();
  #line = '';

  of({ file, rule, start, lineText }: Problem): string {
    const line = `${start.line} ${file}`;
    if (line !== this.#line) this.#hashes.clear();
    this.#line = line;
    const hash = this.#hashes.get(rule) ?? hashOf(`${file}\0${rule}\0${lineText.trim()}`);
    this.#hashes.set(rule, hash);
    const count = (this.#counts.get(hash) ?? 0) + 1;
    this.#counts.set(hash, count);
    return `${hash}:${count}`;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function ruleOf(id: (typeof ruleIds)[number]): object {
  const { summary, why, markdown } = readRulePage(id);
  return {
    id,
    shortDescription: { text: plain(summary) },
    fullDescription: { text: plain(why) },
    help: { text: plain(`${summary} ${why}`), markdown },
    defaultConfiguration: { level: levels[defaultSeverities[id]] },
    properties: { precision: 'very-high', tags: ['json'] },
  };
}

/** Markdown's marks for code, which plain text does not have. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}

function resultOf(problem: Problem, fingerprint: string, artifactLocation: object): object {
  const { rule, severity, message, earlier } = problem;
  const fixes = problem.fixes(maxFixes);
  return {
    ruleId: rule,
    ruleIndex: ruleIds.indexOf(rule),
    level: levels[severity],
    // The link shows the related location.
    message: { text: earlier ? `${message} [The earlier record](1)` : message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(problem) } }],
    partialFingerprints: { 'backupResponse/v1': fingerprint },
    ...(earlier && {
      relatedLocations: [
        {
          id: 1,
          message: { text: 'The earlier record' },
          physicalLocation: { artifactLocation, region: regionOf(earlier) },
        },
      ],
    }),
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ title, edits }) => ({
        description: { text: title },
        artifactChanges: [
          {
            artifactLocation,
            replacements: edits.map((edit) => ({
              deletedRegion: charsOf(edit),
              insertedContent: { text: edit.content },
            })),
          },
        ],
      })),
    }),
  };
}

/** Where a file is: relative to the root of the repository or, outside of that, absolute. */
function locationOf(file: string, root: string): object {
  const path = pathFrom(root, file);
  if (path === undefined) return { uri: pathToFileURL(resolve(file)).href };
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: rootId };
}

function regionOf({ start, end, ...span }: Pick<Problem, 'start' | 'end' | 'offset' | 'length'>): object {
  const lines = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  return { ...lines, ...charsOf(span) };
}

function charsOf({ offset, length }: { readonly offset: number; readonly length: number }): object {
  return { charOffset: offset, charLength: length };
}
