import { defaultSeverities, ruleIds } from '../record/rules/index.ts';
import type { Severity } from '../record/severity.ts';
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

/**
 * The problems as a SARIF 2.1.0 log, with the rules and the fixes.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifOf(problems: readonly Problem[], version: string): string {
  const driver = { name: 'backup-response', semanticVersion: version, rules: ruleIds.map(ruleOf) };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results: problems.map(resultOf) };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
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

function resultOf(problem: Problem): object {
  const { file, rule, severity, message, start, end, earlier } = problem;
  const fixes = problem.fixes();
  const artifactLocation = { uri: uriOf(file) };
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...charsOf(problem),
  };
  return {
    ruleId: rule,
    ruleIndex: ruleIds.indexOf(rule),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    ...(earlier && {
      relatedLocations: [
        { message: { text: 'The earlier record' }, physicalLocation: { artifactLocation, region: charsOf(earlier) } },
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

function charsOf({ offset, length }: { readonly offset: number; readonly length: number }): object {
  return { charOffset: offset, charLength: length };
}

/** A path as a relative URI reference, or an absolute one as it is. */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return /^[A-Za-z]%3A\//.test(path) ? `file:///${path.replace('%3A', ':')}` : path;
}
