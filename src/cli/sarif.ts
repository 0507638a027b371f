import { createHash } from 'node:crypto';
import { sep } from 'node:path';
import { defaultSeverities, ruleIds } from '../record/rules/index.ts';
import { type Severity, severities } from '../record/severity.ts';
import { rulePages } from './generated/rule-pages.ts';
import type { Problem } from './problem.ts';

/** SARIF has three levels, and none. */
const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
};

/** Code scanning refuses a log with more results than this in a run. */
const maxResults = 25_000;
/** How many fixes of a problem a log has: the likely ones come first, and an enum may have two dozen. */
const maxFixes = 3;

/**
 * The problems as a SARIF 2.1.0 log, with the rules and the likely fixes. If there are too many problems, it has the
 * gravest ones, and says how many it leaves out.
 * @param failures what could not be read or written, a sentence for each
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export function sarifOf(problems: readonly Problem[], version: string, failures: readonly string[]): string {
  const driver = { name: 'backup-response', semanticVersion: version, rules: ruleIds.map(ruleOf) };
  const gravest = problems.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const leftOut = Math.max(0, problems.length - maxResults);
  const notifications = failures.map((text) => ({ level: 'error', message: { text } }));
  if (leftOut > 0) {
    const text = `${leftOut} results are left out, because code scanning accepts ${maxResults}.`;
    notifications.push({ level: 'warning', message: { text } });
  }
  const fingerprints = new Fingerprints();
  const run = {
    tool: { driver },
    invocations: [{ executionSuccessful: failures.length === 0, toolExecutionNotifications: notifications }],
    columnKind: 'utf16CodeUnits',
    results: gravest.slice(0, maxResults).map((problem) => resultOf(problem, fingerprints.of(problem))),
  };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}

/** What identifies a problem although lines are added above it: its rule, its line, and which one of the same it is. */
class Fingerprints {
  readonly #counts = new Map<string, number>();

  of({ file, rule, lineText }: Problem): string {
    const hash = createHash('sha256').update(`${file}\0${rule}\0${lineText.trim()}`).digest('hex').slice(0, 16);
    const count = (this.#counts.get(hash) ?? 0) + 1;
    this.#counts.set(hash, count);
    return `${hash}:${count}`;
  }
}

function ruleOf(id: (typeof ruleIds)[number]): object {
  const { summary, why, markdown } = rulePages[id];
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: `${summary} ${why}`, markdown },
    defaultConfiguration: { level: levels[defaultSeverities[id]] },
  };
}

function resultOf(problem: Problem, fingerprint: string): object {
  const { file, rule, severity, message, earlier } = problem;
  const fixes = problem.fixes().slice(0, maxFixes);
  const artifactLocation = { uri: uriOf(file) };
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

function regionOf({ start, end, ...span }: Pick<Problem, 'start' | 'end' | 'offset' | 'length'>): object {
  const lines = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  return { ...lines, ...charsOf(span) };
}

function charsOf({ offset, length }: { readonly offset: number; readonly length: number }): object {
  return { charOffset: offset, charLength: length };
}

/** A path as a relative URI reference, or an absolute one as it is. */
function uriOf(file: string): string {
  // On other systems a backslash is a character of a name.
  const slashed = sep === '/' ? file : file.replaceAll(sep, '/');
  const path = slashed.split('/').map(encodeURIComponent).join('/');
  return /^[A-Za-z]%3A\//.test(path) ? `file:///${path.replace('%3A', ':')}` : path;
}
