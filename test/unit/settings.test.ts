import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothingAllowed } from '../../src/model/allowed.ts';
import { defaultSeverities } from '../../src/record/rules/index.ts';
import { readAllowed, readSeverities } from '../../src/record/settings.ts';

/** Settings that have one value, whatever their name. */
const everywhere = (value: unknown) => () => value;

test('settings that are missing, or have another type, are the defaults', () => {
  for (const value of [undefined, null, 5, 'enum', ['enum'], { enum: 5 }, JSON.parse('{ "__proto__": "off" }')]) {
    assert.deepEqual(readSeverities(everywhere(value)), defaultSeverities);
    const { values, properties } = readAllowed((name) => (name === 'additionalValues' ? value : undefined));
    assert.deepEqual(new Set(Object.values(values).flat()), new Set());
    assert.deepEqual(properties, nothingAllowed.properties);
  }
});

test('settings take nothing from a prototype', () => {
  const inherited = Object.create({ enum: 'off', status: ['MADE_UP'] });
  assert.deepEqual(readSeverities(everywhere(inherited)), defaultSeverities);
  assert.deepEqual(readAllowed(everywhere(inherited)).values.status, []);
});

test('settings say the severities of rules, and which values and properties are allowed', () => {
  const settings: Readonly<Record<string, unknown>> = {
    rules: { enum: 'hint', nope: 'error', type: 'loud' },
    additionalValues: { status: ['MADE_UP', 5], nope: ['X'] },
    additionalProperties: ['madeUp', null],
  };
  const get = (name: string) => settings[name];
  assert.deepEqual(readSeverities(get), { ...defaultSeverities, enum: 'hint' });
  const { values, properties } = readAllowed(get);
  assert.deepEqual([values.status, values.nope, properties], [['MADE_UP'], undefined, ['madeUp']]);
});
