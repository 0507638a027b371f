import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestTo } from '../../src/model/nearest.ts';

for (const [written, candidates, nearest] of [
  ['nmae', ['tenant', 'name'], 'name'],
  ['Hydration_Statsu', ['hydrationStatus'], 'hydrationStatus'],
  // The nearest, wherever it is, and the first of those that are equally near.
  ['compleat', ['completed', 'complete'], 'complete'],
  ['complete', ['completed', 'complexes'], 'completed'],
  ['bat', ['cat', 'rat'], 'cat'],
  // At most a third of the letters may differ, and at most three.
  ['ab', ['ad'], 'ad'],
  ['ab', ['cd'], undefined],
  ['tenant', ['tinint'], 'tinint'],
  ['tenant', ['tinino'], undefined],
  ['cloudStorageStatus', ['cloudStorageSta'], 'cloudStorageSta'],
  ['cloudStorageStatus', ['cloudStorageSt'], undefined],
  // Two neighbours that changed places are one difference, but only these.
  ['cat', ['act'], 'act'],
  ['bat', ['ant'], undefined],
  ['ant', ['bat'], undefined],
  // Never the opposite.
  ['unlocked', ['locked'], undefined],
  ['locked', ['unlocked'], undefined],
  ['active', ['inactive'], undefined],
  ['isntPartial', ['isPartial'], undefined],
  ['unlockd', ['locked'], undefined],
  // A word that only looks like a negation.
  ['PROGRESS', ['IN_PROGRESS'], 'IN_PROGRESS'],
  ['tena', ['tenant'], 'tenant'],
] as const) {
  test(`the nearest to ${written} of ${candidates.join(' and ')} is ${nearest ?? 'none'}`, () => {
    assert.equal(nearestTo(written, candidates), nearest);
  });
}
