import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { reasonOf } from '../../src/cli/reason.ts';
import { problemsOf } from '../../src/cli/report/problem.ts';
import { hasColours, TextReport } from '../../src/cli/report/text.ts';
import { defaultSettings } from '../../src/record/settings.ts';
import { broken, folder, program, write } from '../support/command-line.ts';
import { checkedFile } from '../support/findings.ts';

/** The problems of a text as a terminal shows them. */
function onTerminal(text: string, withColours = false): string {
  const problems = problemsOf('x.json', checkedFile(text, 'x.json'), defaultSettings);
  return [...new TextReport({ isTerminal: true, hasColours: withColours }).add(problems)].join('');
}

/** A text with a picture of each escape. */
function visible(text: string): string {
  return text.replaceAll('\u001b', '␛');
}

/** The line of a file that a terminal shows, and the line of carets under it, for the first problem of a text. */
function excerptOf(text: string): string[] {
  return onTerminal(text).split('\n').slice(1, 3);
}

test('a terminal shows the line of a problem, and carets under the problem', () => {
  assert.equal(
    onTerminal('[\n  { "status": "DONE", "x": 1 }\n]'),
    [
      'x.json:2:15 error enum "DONE" is not a backup status. Did you mean "COMPLETE"?',
      '      { "status": "DONE", "x": 1 }',
      '                  ^^^^^^',
      'x.json:2:23 warning unknown-property "x" is not a property of BackupResponse, and the PowerShell SDK rejects it.',
      '      { "status": "DONE", "x": 1 }',
      '                          ^^^',
      '',
    ].join('\n'),
  );
});

test('a terminal shows sixty characters of a long line to either side of the start of a problem', () => {
  const name = '"name": "Nightly, before everybody comes to work in the morning"';
  const text = `{ ${name}, "status": "X", ${name} }`;
  const at = text.indexOf('"X"');
  assert.deepEqual(excerptOf(text), [`    ${text.slice(at - 60, at + 60)}`, `    ${' '.repeat(60)}^^^`]);
  assert.equal(excerptOf(`{ "status": "${'X'.repeat(100)}" }`)[1], `    ${' '.repeat(12)}${'^'.repeat(60)}`);
});

test('a terminal shows the first line of a problem over several lines, and one caret for an empty problem', () => {
  for (const lineEnd of ['\n', '\r\n', '\r', '\n\r']) {
    const text = ['{ "status": [', '"COMPLETE"', '] }'].join(lineEnd);
    assert.deepEqual(excerptOf(text), ['    { "status": [', '                ^']);
  }
  assert.deepEqual(excerptOf(''), ['    ', '    ^']);
});

test('carets stand under the problem after any text, and no text moves the cursor', () => {
  assert.deepEqual(excerptOf('{\t"name": "夜間 e\u0301", "status": "夜💾" }'), [
    '    { "name": "夜間 e\u0301", "status": "夜💾" }',
    '                                  ^^^^^^',
  ]);
  assert.deepEqual(excerptOf('{ "name": "a\u202eb", "status": "X" }'), [
    '    { "name": "a\\u202eb", "status": "X" }',
    '                                    ^^^',
  ]);
  assert.ok(!onTerminal('{ "status": "\u001b[2J" }').includes('\u001b'));
});

test('a severity and its carets have its colour', () => {
  const lines = visible(onTerminal('{ "jobId": "x", "status": "X", "x": 1 }', true)).split('\n');
  assert.deepEqual(
    lines.flatMap((line) => line.match(/␛.*␛\[0m/) ?? []),
    ['␛[34minformation␛[0m', '␛[34m^^^␛[0m', '␛[31merror␛[0m', '␛[31m^^^␛[0m', '␛[33mwarning␛[0m', '␛[33m^^^␛[0m'],
  );
});

test('FORCE_COLOR and NO_COLOR decide whether there are colours, and otherwise a terminal has them', () => {
  const cases: readonly [isTerminal: boolean, NodeJS.ProcessEnv, boolean][] = [
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [false, { FORCE_COLOR: '1' }, true],
    [false, { FORCE_COLOR: '' }, false],
    [true, { FORCE_COLOR: '' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { FORCE_COLOR: '3', NO_COLOR: '1' }, true],
  ];
  for (const [isTerminal, env, expected] of cases)
    assert.equal(hasColours(isTerminal, env), expected, JSON.stringify([isTerminal, env]));
  const name = write('colours.json', broken);
  const outputWith = (force: string) => {
    const env = { ...process.env, FORCE_COLOR: force };
    return visible(
      spawnSync(process.execPath, [program, 'check', name], { cwd: folder, encoding: 'utf8', env }).stdout,
    );
  };
  assert.match(outputWith('1'), /^colours\.json:1:\d+ ␛\[31merror␛\[0m enum [^␛]*$/);
  assert.match(outputWith('0'), /^colours\.json:1:\d+ error enum [^␛]*$/);
});

test('an error of the system is told in a few words', () => {
  const reasons: readonly [unknown, string][] = [
    [withCode('ENOENT'), 'no such file or folder'],
    [withCode('EACCES'), 'permission denied'],
    [withCode('EPERM'), 'permission denied'],
    [withCode('ELOOP'), 'too many levels of symbolic links'],
    [withCode('EIO'), 'What Node says'],
    [new Error('One line\nand another'), 'One line'],
    [new Error('\u001b[2J'), '\\u001b[2J'],
    ['a text', 'a text'],
    [undefined, 'undefined'],
  ];
  for (const [error, reason] of reasons) assert.equal(reasonOf(error), reason);
});

function withCode(code: string): Error {
  return Object.assign(new Error('What Node says'), { code });
}
