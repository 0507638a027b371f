import assert from 'node:assert/strict';
import { test } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };
import type { Problem } from '../../src/cli/report/problem.ts';
import { TextReport } from '../../src/cli/report/text.ts';

const [{ pattern }] = manifest.contributes.problemMatchers as [(typeof manifest.contributes.problemMatchers)[number]];

/** The problems that VS Code reads in the output of the command line: `severity file line column code message`. */
function matched(output: string): string[][] {
  const { severity, file, line, column, code, message } = pattern;
  return output.split('\n').flatMap((text) => {
    const match = new RegExp(pattern.regexp).exec(text);
    return match ? [[severity, file, line, column, code, message].map((group) => match[group] ?? '')] : [];
  });
}

function problem(file: string, severity: Problem['severity']): Problem {
  const start = { line: 4, column: 15 };
  const lineText = `              "COMPLETED: C:1:2 error x"`;
  const end = { line: 4, column: 26 };
  return {
    file,
    severity,
    rule: 'enum',
    message: 'a: 1:2 error b',
    start,
    end,
    offset: 60,
    length: 11,
    lineText,
  } as Problem;
}

for (const isTerminal of [false, true]) {
  test(`the problem matcher reads the output of the command line ${isTerminal ? 'in a terminal' : 'into a pipe'}`, () => {
    const problems = [
      problem('a b/x.json', 'error'),
      problem('C:\\a\\x.json', 'warning'),
      problem('x:1.json', 'information'),
      problem('/a/x.json', 'hint'),
    ];
    assert.deepEqual(matched([...new TextReport({ isTerminal, hasColours: false }).add(problems)].join('')), [
      ['error', 'a b/x.json', '4', '15', 'enum', 'a: 1:2 error b'],
      ['warning', 'C:\\a\\x.json', '4', '15', 'enum', 'a: 1:2 error b'],
      ['info', 'x:1.json', '4', '15', 'enum', 'a: 1:2 error b'],
      ['hint', '/a/x.json', '4', '15', 'enum', 'a: 1:2 error b'],
    ]);
  });
}
