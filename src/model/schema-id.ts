/** The `$id` of the schema, which a user's `json.schemas` or `$schema` names. */
export const schemaId = 'backup-response://schemas/backup-response.json';
