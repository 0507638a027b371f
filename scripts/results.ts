import { sep } from 'node:path';

/** The result of a run of tests. */
export interface Results {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly Failure[];
}

/** A test that failed, or something else that went wrong. */
export interface Failure {
  readonly title: string;
  /** The message, with the stack if there is one. */
  readonly reason: string;
}

export const nothing: Results = { passed: 0, failed: 0, failures: [] };

/** One failure that does not belong to a test. */
export function failure(title: string, reason = ''): Results {
  return { passed: 0, failed: 1, failures: [{ title, reason }] };
}

export function sumOf(all: readonly Results[]): Results {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    failures: all.flatMap(({ failures }) => failures),
  };
}

/** All failures, each with its title, the line of the test, and the reason. */
export function listOf(failures: readonly Failure[], root: string): string {
  return failures
    .map(({ title, reason }) => {
      const location = locationIn(reason, root);
      const lines = reason.trim().split('\n').filter(Boolean);
      return [`✗ ${title}${location ? ` (${location})` : ''}`, ...lines.map((line) => `    ${line}`)].join('\n');
    })
    .join('\n\n');
}

/** The `file:line` of the test in a stack, or else the first one in the repository's own sources. */
function locationIn(stack: string, root: string): string | undefined {
  const own = stack.replaceAll(`${root}${sep}`, '').replaceAll('\\', '/');
  const locations = [...own.matchAll(/(?<![\w./-])((?:src|test|scripts)\/[^():\s]+:\d+):\d+/g)].map(
    ([, location]) => location,
  );
  return locations.find((location) => location?.includes('.test.ts:')) ?? locations[0];
}
