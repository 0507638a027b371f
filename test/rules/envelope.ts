import type { RuleTest } from '../support/rule-test.ts';

const record = '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "status": "X" }';

export const ruleTest: RuleTest = {
  findings: [
    [`{ "value": [${record}] }`, 'envelope "value"', 'enum "X"'],
    [`{ "status": 200, "headers": { "a": ["b"] }, "data": ${record} }`, 'envelope "data"', 'enum "X"'],
    [`[{ "items": [${record}, 5] }]`, 'envelope "items"', 'enum "X"', 'not-a-record 5'],
    [`{ "a": 5, "b": ${record}, "c": [${record}] }`, 'envelope "b"', 'enum "X"'],
    [`[{ "a": ${record}, "b": 5 }]`, 'envelope "a"', 'enum "X"'],
    [`{ "status": 200, "headers": {}, "data": { "next": 1, "items": [${record}] } }`, 'envelope "items"', 'enum "X"'],
    // A record that has records beside its own properties, another object of the product, and a list of something else.
    [
      `{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "status": "FAILED", "items": [${record}] }`,
      'unknown-property "items"',
    ],
    [`{ "objects": [], "items": [${record}] }`, 'foreign-file {'],
    // Records by their ids.
    [`{ "a": ${record}, "b": ${record} }`, 'not-a-record {'],
    [`[{ "a": ${record}, "b": ${record} }]`, 'not-a-record {'],
    ['{ "items": [{ "jobId": "x" }] }', 'not-a-record {'],
    // Through lists within lists, and through objects in lists.
    [`{ "pages": [[${record}], [${record}]] }`, 'envelope [', 'enum "X"', 'enum "X"'],
    [`{ "edges": [{ "node": ${record} }, { "next": null }] }`, 'envelope "node"', 'enum "X"'],
    [`{ "hits": { "total": 1, "hits": [{ "_id": "1", "_source": ${record} }] } }`, 'envelope "_source"', 'enum "X"'],
    [`[5, [${record}, 5]]`, 'not-a-record 5', 'envelope [', 'enum "X"', 'not-a-record 5'],
    // At most four names, and one way.
    [`{ "a": { "b": { "c": { "d": ${record} } } } }`, 'envelope "d"', 'enum "X"'],
    [`{ "a": { "b": { "c": { "d": { "e": ${record} } } } } }`, 'not-a-record {'],
    [`{ "a": { "b": [${record}] }, "c": { "d": [${record}] } }`, 'not-a-record {'],
    // The properties of a record hold no other record, at any depth.
    [
      '{ "options": { "objectOptions": { "ROLE": { "jobId": "x", "status": "X" } } } }',
      'unknown-property "jobId"',
      'unknown-property "status"',
    ],
  ],
  sentences: [
    [
      `{ "value": [${record}] }`,
      'Keep only the records, which are inside "value": a BackupResponse file holds one, a list of them, or one per line.',
    ],
  ],
  fixes: [
    [`{ "value": [${record}] } `, `* Keep the records only → [${record}] `],
    [`{ "value": [${record}], // one\n "next": null }`, `Keep the records only → [${record}] // one\n`],
    [`{ "data": ${record} }`, `* Keep the records only → ${record}`],
    [`[{ "value": [${record}, {}] }, {}]`, `* Keep the records only → [${record}, {}, {}]`],
    [`[{ "data": ${record} }]`, `* Keep the records only → [${record}]`],
    [`{ "data": { "items": [${record}] } }`, `* Keep the records only → [${record}]`],
    [`[{ "data": { "next": 1, "items": [${record}] } }]`, `Keep the records only → [${record}]`],
    [`{ "value": [${record}]`],
    [`{ "pages": [[${record}], [], [${record}, 5]] }`, `* Join the lists → [${record}, ${record}, 5]`],
    [`{ "pages": [[${record}]], "next": 1 }`, `Join the lists → [${record}]`],
    [`[{}, [${record}, ${record}]]`, `* Join the lists → [{}, ${record}, ${record}]`],
    [`{ "edges": [{ "node": ${record} }, { "node": ${record} }] }`, `* Keep the records only → [${record}, ${record}]`],
    [`{ "edges": [{ "cursor": "a", "node": ${record} }] }`, `Keep the records only → ${record}`],
    [
      `{ "a": [[${record}, // one\n], /* two */ [${record}]] }`,
      `* Join the lists → [${record}, // one\n /* two */ ${record}]`,
    ],
  ],
};
