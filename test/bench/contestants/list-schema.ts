import schema from '../../../schemas/backup-response.schema.json' with { type: 'json' };

const { $schema: _, ...properties } = schema.definitions.BackupResponse.properties;

/**
 * The strict schema of a list, in the form that costs a validator the least: without the choice between a record and a
 * list, and without the `oneOf` that only explains an `enum` beside it.
 */
export const listSchema = {
  type: 'array',
  items: { $ref: '#/definitions/BackupResponse' },
  definitions: withoutExplanations({
    ...schema.definitions,
    BackupResponse: { ...schema.definitions.BackupResponse, properties },
  }) as Record<string, object>,
};

function withoutExplanations(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutExplanations);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([name]) => !(name === 'oneOf' && 'enum' in node));
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutExplanations(value)]));
}
