import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { JobIds } from '../../src/index/job-ids.ts';

/** How many keys repeat another one. */
function duplicatesIn(counts: ReadonlyMap<number, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + Math.max(0, count - 1), 0);
}

/** Few distinct keys, many of which hash to the same slot, and some large ones. */
const key = fc.oneof(
  fc.nat(20),
  fc.nat(200).map((number) => number * 4_096 + 1),
  fc.maxSafeNat(),
);

test('ids are counted as a map would count them, however many there are', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), key), { maxLength: 2_000, size: 'max' }), (steps) => {
      const jobIds = new JobIds();
      const counts = new Map<number, number>();
      for (const [isAdded, key] of steps) {
        const count = counts.get(key) ?? 0;
        if (!isAdded && count === 0) continue;
        if (isAdded) jobIds.add(key);
        else jobIds.remove(key);
        if (key !== 0) counts.set(key, count + (isAdded ? 1 : -1));
      }
      assert.equal(jobIds.duplicates, duplicatesIn(counts));
      for (const [key, count] of counts) assert.equal(jobIds.isRepeated(key), count > 1, `${key}`);
    }),
  );
});

test('among thousands of ids, the repeated one is found', () => {
  const jobIds = new JobIds();
  for (let key = 1; key <= 5_000; key++) jobIds.add(key * 1_000_003);
  assert.equal(jobIds.duplicates, 0);
  jobIds.add(2_500 * 1_000_003);
  assert.equal(jobIds.duplicates, 1);
  assert.ok(jobIds.isRepeated(2_500 * 1_000_003));
  assert.ok(!jobIds.isRepeated(2_501 * 1_000_003));
  jobIds.remove(2_500 * 1_000_003);
  assert.equal(jobIds.duplicates, 0);
});

test('an id that is repeated again and again is noticed each time', () => {
  const jobIds = new JobIds();
  const [key, other] = [5, 5 + 4_096]; // Both are in one group, which counts the repeated ones.
  for (const added of [key, other, other]) jobIds.add(added);
  for (let time = 0; time < 70_000; time++) {
    jobIds.add(key);
    if (!jobIds.isRepeated(key)) assert.fail(`time ${time}`);
    jobIds.remove(key);
    if (jobIds.isRepeated(key)) assert.fail(`time ${time}`);
  }
  assert.ok(jobIds.isRepeated(other));
  jobIds.remove(other);
  assert.ok(!jobIds.isRepeated(other));
  assert.equal(jobIds.duplicates, 0);
});

test('records without an id do not repeat each other', () => {
  const jobIds = new JobIds();
  for (const key of [0, 0, 4_096, 4_096]) jobIds.add(key);
  assert.deepEqual([jobIds.duplicates, jobIds.isRepeated(0), jobIds.isRepeated(4_096)], [1, false, true]);
  jobIds.remove(0);
  assert.equal(jobIds.duplicates, 1);
});
