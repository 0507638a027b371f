import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decode, type Encoding, encode } from '../../src/files/encoding.ts';
import { message } from '../../src/record/message.ts';
import { checkedFile } from '../support/findings.ts';
import { useOneOf } from '../support/values.ts';

const utf8: readonly Encoding[] = ['utf-8', 'utf-8 with BOM'];
const utf16: readonly Encoding[] = ['utf-16le', 'utf-16be', 'utf-16le without BOM', 'utf-16be without BOM'];

test('a text is decoded from the bytes to which it was encoded, along with its encoding', () => {
  const json = fc.json({ stringUnit: 'binary' }).map((text) => `[ ${text} ]`);
  fc.assert(
    fc.property(json, fc.constantFrom(...utf8, ...utf16), (text, encoding) => {
      assert.deepEqual(decode(encode(text, encoding)), { text, encoding });
    }),
  );
});

test('bytes that partly resemble another encoding are UTF-8', () => {
  for (const bytes of [
    [0xff, 0x5b],
    [0x5b, 0xfe],
    [0xfe, 0x5b],
    [0x5b, 0xff],
    [0xef, 0xbb, 0x5b],
    [0xef, 0x5b, 0xbf],
    [0x5b, 0xbb, 0xbf],
    [0x5b, 0, 0x5d, 0x5d],
    [0x5b, 0, 0, 0],
    [0x5b, 0x5d, 0x5d, 0],
    [0, 0, 0x5d, 0],
    [0, 0x5b, 0, 0],
    [0, 0x5b, 0x5d, 0x5d],
    [0x5b, 0x5b, 0, 0x5d],
  ]) {
    assert.equal(decode(new Uint8Array(bytes)).encoding, 'utf-8', `${bytes}`);
  }
});

for (const encoding of utf16) {
  test(`${encoding}: lone surrogates are kept`, () => {
    const text = '["\ud800", "\udc00", "\udc00\ud800"]';
    assert.deepEqual(decode(encode(text, encoding)), { text, encoding });
  });

  test(`${encoding}: a long text is decoded, from any part of a buffer`, () => {
    const text = `["${'aä山😀'.repeat(10_000)}"]`;
    const bytes = encode(text, encoding);
    const buffer = new Uint8Array(bytes.length + 2);
    buffer.set(bytes, 1);
    assert.deepEqual(decode(buffer.subarray(1, -1)), { text, encoding });
  });

  test(`${encoding}: half a unit at the end is invalid`, () => {
    const bytes = encode('[1]', encoding);
    assert.deepEqual(decode(new Uint8Array([...bytes, 0x20])), { text: '[1]\ufffd', encoding, brokenAt: [3] });
  });
}

for (const [encoding, bytes, expected] of [
  ['utf-8', [0x7b, 0xff, 0x7d], ['UTF-8', 1]],
  ['utf-8 with BOM', [0xef, 0xbb, 0xbf, 0x7b, 0xff, 0x7d], ['UTF-8', 1]],
  ['utf-16le', [0xff, 0xfe, 0x7b, 0, 0x7d, 0, 0x20], ['UTF-16', 2]],
  ['utf-16be without BOM', [0, 0x7b, 0, 0x7d, 0x20], ['UTF-16', 2]],
] as const) {
  test(`${encoding}: invalid bytes are the only finding`, () => {
    const [family, offset] = expected;
    const { findings, ...checked } = checkedFile(new Uint8Array(bytes), 'x.json');
    assert.deepEqual(findings, [{ rule: 'syntax', offset, length: 1, problem: 'wrong bytes', encoding: family }]);
    assert.equal(checked.encoding, encoding);
    assert.deepEqual(checked.brokenAt, [offset]);
  });
}

/** The findings of a file, as `rule offset sentence`. */
function reported(bytes: Uint8Array, name: string): string[] {
  return checkedFile(bytes, name).findings.map((finding) => `${finding.rule} ${finding.offset} ${message(finding)}`);
}

const wrongBytes = 'These bytes are not valid UTF-8. Convert the file from the encoding that it was written in.';
const secondEncoding =
  'Write all of the file as UTF-8: from here on, it is in another encoding, and the text is not checked.';

test('a replacement character in the file is not taken for an invalid byte', () => {
  const bytes = Buffer.concat([
    Buffer.from('{ "name": "\ufffd", "tenant": "'),
    Buffer.from([0xe4]),
    Buffer.from('" }'),
  ]);
  assert.deepEqual(reported(bytes, 'x.json'), [`syntax 26 ${wrongBytes}`]);
});

test('invalid bytes affect only their own value', () => {
  const lines = ['{ "status": "X\xe4" }', '{ "status": "X" }', '{ "name": "\xe4", "status": "Y" } x \xe4', ''];
  assert.deepEqual(reported(Buffer.from(lines.join('\n'), 'latin1'), 'x.jsonl'), [
    `syntax 14 ${wrongBytes}`,
    `enum 31 "X" is not a backup status. ${useOneOf('status')}`,
    `syntax 48 ${wrongBytes}`,
    `enum 62 "Y" is not a backup status. ${useOneOf('status')}`,
  ]);
});

test('invalid bytes in JSON Lines are the only problem of their line', () => {
  const line = (text: string): string => `{ "status": "${text}", "type": "X" }\n`;
  const text = [line('DONE'), line('D\u00e4N'), line('DONE'), line('D\u00e4N'), line('\u00e4')].join('');
  const { findings } = checkedFile(Buffer.from(text, 'latin1'), 'x.jsonl');
  const byLine = text.split('\n').map((_, at) => {
    const start = text.split('\n').slice(0, at).join('\n').length + Number(at > 0);
    const own = findings.filter(({ offset }) => offset >= start && offset < start + line('DONE').length - 4);
    return own.map(({ rule }) => rule).join(' ');
  });
  assert.deepEqual(byLine.slice(0, 5), ['enum enum', 'syntax enum', 'enum enum', 'syntax enum', 'syntax enum']);
});

test('a second encoding ends the check, and the text before it is checked', () => {
  const first = '{ "status": "COMPLETED" }\n';
  const second = '{ "status": "DONE" }\n';
  const completed = 'enum 12 "COMPLETED" is not a backup status. Did you mean "COMPLETE"?';
  for (const encoding of ['utf-16le', 'utf-16be', 'utf-16le without BOM', 'utf-16be without BOM'] as const) {
    const bytes = Buffer.concat([Buffer.from(first), encode(second, encoding)]);
    assert.deepEqual(reported(bytes, 'x.jsonl'), [completed, `syntax 26 ${secondEncoding}`], encoding);
  }
  const bytes = Buffer.concat([encode(first, 'utf-16le'), Buffer.from(`${second} `)]);
  const [one, two, ...others] = reported(bytes.subarray(0, bytes.length & ~1), 'x.jsonl');
  assert.deepEqual([one, two, others], [completed, `syntax 26 ${secondEncoding}`, []]);
});

test('ASCII after UTF-16 is found, at any length and in any layout', () => {
  const first = '[{ "name": "x" }]';
  for (const second of ['{"status":"DONE"}', `[\r\n  {}, { "name": "${'x'.repeat(299_999)}" } ]`]) {
    for (const encoding of ['utf-16le', 'utf-16be', 'utf-16le without BOM', 'utf-16be without BOM'] as const) {
      const bytes = Buffer.concat([
        encode(first, encoding),
        Buffer.from(second.padEnd(second.length + (second.length % 2))),
      ]);
      assert.deepEqual(reported(bytes, 'x.json'), [`syntax ${first.length} ${secondEncoding}`], encoding);
    }
  }
});

test('Chinese in UTF-16 is not taken for ASCII', () => {
  // Two bytes of ASCII in each character, but no JSON in them; and JSON, but other bytes before or after it.
  for (const name of ['\u4142'.repeat(9), `\u4122\u2241${'\u4142'.repeat(9)}`]) {
    for (const encoding of utf16) assert.deepEqual(reported(encode(`{ "name": "${name}" }`, encoding), 'x.json'), []);
  }
  const [brackets, others] = ['\u227b\u7b22', '\u5a1f\u1f5a'.repeat(4)];
  for (const name of [brackets + others, others + brackets]) {
    for (const encoding of utf16) assert.deepEqual(reported(encode(`{ "name": "${name}" }`, encoding), 'x.json'), []);
  }
});

test('invalid bytes before a second encoding have a finding for each line', () => {
  const bytes = Buffer.concat([Buffer.from('{ "name": "\xe4" }\n', 'latin1'), encode('{}\n{}\n', 'utf-16le')]);
  assert.deepEqual(reported(bytes, 'x.jsonl'), [`syntax 11 ${wrongBytes}`, `syntax 16 ${secondEncoding}`]);
  assert.deepEqual(reported(bytes, 'x.json'), [`syntax 11 ${wrongBytes}`]);
});

test('the message about a file opened in the wrong encoding says to reopen it', () => {
  const wrong = { rule: 'syntax', offset: 0, length: 1, problem: 'wrong encoding', opened: 'UTF-8' } as const;
  assert.equal(message({ ...wrong, encoding: 'UTF-16 LE' }), 'Reopen the file as UTF-16 LE: it was opened as UTF-8.');
  assert.equal(
    message({ ...wrong, encoding: undefined }),
    'Reopen the file with the encoding that it was written in, such as Windows 1252: it is not UTF-8.',
  );
});
