import fc from 'fast-check';
import { type Definition, objectType, record } from '../../src/model/schema.ts';

/** Values of all kinds: valid ones, nearly valid ones, those that PowerShell writes, and wrong ones. */
const odd = fc.constantFrom<unknown>(
  null,
  '',
  'x',
  'complete',
  'in-progress',
  'True',
  '10',
  'null',
  10,
  10.5,
  -1,
  1e30,
  true,
  [],
  {},
  [null],
  ['ROLE', 'ROLE'],
  'ROLE',
  'SOURCE ROLE ROLE',
  '@{a=b}',
  'System.Object[]',
  '/Date(1620771796000)/',
  '/Date(99999999999999999)/',
  { value: '/Date(0)/', DateTime: 'x' },
  { value: ['ROLE', '', 'role'], Count: 2 },
  'AUTOMATED_DRAFT',
  'CONNECTOR_RULE',
  '2021-05-11 22:23:16Z',
  '2021-05-11T22:23:16',
  '2020-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '1970-01-01T00:00:00Z',
  { value: 'x', PSPath: 'y' },
  { value: 'ROLE SOURCE', Count: '2' },
  'yes',
  1_620_771_796,
);

const oddNames = [
  'JobId',
  'job_id',
  'file-exists',
  'message',
  'tenantName',
  'includedIds',
  'source',
  'FOO',
  '__proto__',
];

/** Whether names that the schema does not know take part, and `$schema`, which would have a service fetch another. */
interface Choice {
  readonly withOddNames: boolean;
}

/** A record of any sort: mostly right, with a few mistakes. */
export function anyRecord(choice: Choice = { withOddNames: true }): fc.Arbitrary<object> {
  return objectOf(record, choice);
}

function valueFor(definition: Definition, choice: Choice): fc.Arbitrary<unknown> {
  return fc.oneof({ arbitrary: soundValue(definition, choice), weight: 12 }, { arbitrary: odd, weight: 1 });
}

function soundValue(definition: Definition, choice: Choice): fc.Arbitrary<unknown> {
  if (definition.values) return fc.constantFrom(...definition.values.all);
  if (definition.items) return fc.array(valueFor(definition.items, choice), { maxLength: 4 });
  if (definition.names) return objectOf(definition, choice);
  if (definition.format === 'date-time')
    return fc.constantFrom(
      '2021-05-11T22:23:16Z',
      '2021-05-11T22:23:16.5Z',
      '2021-05-31T22:23:16.50Z',
      '2021-05-11T22:23:16.1+02:00',
    );
  if (definition.path === 'jobId') return fc.uuid();
  if (definition.type === 'boolean') return fc.boolean();
  return definition.type === 'integer'
    ? fc.constantFrom(0, 1, 10, 124)
    : fc.constantFrom('acme', 'a "quoted" name', 'é\n');
}

function objectOf(definition: Definition, choice: Choice): fc.Arbitrary<object> {
  const known =
    definition.path === 'options.objectOptions'
      ? (objectType.values?.all ?? [])
      : (definition.names?.all ?? []).filter((name) => choice.withOddNames || name !== '$schema');
  const property = (name: string) => {
    const below = definition.property(definition.names?.folded(name) ?? name);
    return fc.tuple(fc.constant(name), below ? valueFor(below, choice) : odd);
  };
  const name = fc.oneof(
    { arbitrary: fc.constantFrom(...known), weight: 15 },
    { arbitrary: fc.constantFrom(...oddNames), weight: choice.withOddNames ? 1 : 0 },
  );
  return fc.array(name.chain(property), { maxLength: 12 }).map((properties) => {
    // Not Object.fromEntries: a name `__proto__` must be a property like any other.
    const text = properties.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
    return JSON.parse(`{${text.join(',')}}`);
  });
}
