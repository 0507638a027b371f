import schema from '../../schemas/backup-response.schema.json' with { type: 'json' };
import { ourFiles } from './snippets.ts';

interface CatalogEntry {
  readonly name: string;
  readonly description: string;
  readonly fileMatch: readonly string[];
}

/** An entry for the catalog of the JSON Schema Store. Its `url` is added when the schema is published. */
export function schemaStoreEntry(): CatalogEntry {
  return { name: schema.title, description: schema.description, fileMatch: ourFiles };
}
