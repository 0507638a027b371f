import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../src/record/message.ts';
import { findingsOf } from '../support/findings.ts';

/** What is said of a time that is wrong. */
function sentenceOf(time: string): string {
  const [finding] = findingsOf(JSON.stringify({ created: time }));
  assert.ok(finding?.rule === 'date-time', time);
  return message(finding);
}

for (const time of [
  '2021-02-30T22:23:16Z',
  '2021-02-30t22:23:16z',
  '2021-02-30T22:23:16',
  '2021-02-30T22:23:16.125Z',
  '2021-02-30T22:23:16-01:30',
  '2021-05-11T22:23:16+25:00',
]) {
  test(`${time} does not exist`, () => assert.match(sentenceOf(time), /does not exist/));
}

for (const time of [
  '3/5/2024',
  ' 3/5/2024',
  '  3/5/2024',
  '03/15/24',
  '15.3.2024',
  '2024/03/15',
  'at 8:00 AM',
  'at 8:00 pm',
  'at 8:00 p.m. or so',
  'March 5, 2024',
  '5 Dec 2024',
  'Fri, 30 Feb 2024 08:00:00 GMT',
]) {
  test(`"${time}" is in a local format`, () => assert.match(sentenceOf(time), /is in a local format/));
}

for (const time of [
  'yesterday',
  'on 3/5/2024',
  '3/5',
  '3/5/2',
  'on 2021-02-30T22:23:16Z',
  '2021-02-30T22:23:16Zulu',
  'a programme',
]) {
  test(`"${time}" is neither`, () => {
    assert.equal(sentenceOf(time), '"created" must be an RFC 3339 date and time, such as "2021-05-11T22:23:16Z".');
  });
}
