/** One backup, or one uploaded configuration, of a tenant in Configuration Hub. Every property is optional. */
export interface BackupResponse {
  /** The JSON Schema that editors check this file with. It is allowed only at the root of a single record, and is not part of the API: the PowerShell SDK rejects a record that has it. */
  readonly $schema?: string;
  /** The unique id of the backup, a UUID. Pass it to the call that deletes a backup. */
  readonly jobId?: string;
  /** The progress of the backup. */
  readonly status?: 'NOT_STARTED' | 'IN_PROGRESS' | 'COMPLETE' | 'CANCELLED' | 'FAILED';
  /** The type of the job. Always `BACKUP`, for uploads too. */
  readonly type?: 'BACKUP';
  /** The name of the tenant that performs the backup or the upload. */
  readonly tenant?: string;
  /** The name of the person or the client that requested the backup. */
  readonly requesterName?: string;
  /** Whether a file was created and stored for this backup. `false` if the backup or the upload failed; then there is nothing to restore. */
  readonly fileExists?: boolean;
  /** When the job was started, as an RFC 3339 date and time with its offset. */
  readonly created?: string;
  /** When the job was last updated. This is often later than `completed`, because the details are prepared after the backup itself. */
  readonly modified?: string;
  /** When the job was completed. Absent if it has not started or is in progress. */
  readonly completed?: string;
  /** The name of the backup; for an upload, the one given to the file in the request's body. */
  readonly name?: string;
  /** Whether a regular user can delete this backup. `false` protects it until the service removes it. */
  readonly userCanDelete?: boolean;
  /** Whether the backup contains only some of the supported object types (`true`) or all of them (`false`). `options` says which. */
  readonly isPartial?: boolean;
  /** How the backup was created. */
  readonly backupType?: 'UPLOADED' | 'AUTOMATED' | 'MANUAL';
  /** What the backup includes. `null` or absent if everything is included, or if not applicable, as for uploads. */
  readonly options?: {
    /** The object types that the backup includes. */
    readonly includeTypes?: readonly ('ACCESS_PROFILE' | 'ACCESS_REQUEST_CONFIG' | 'ATTR_SYNC_SOURCE_CONFIG' | 'AUTH_ORG' | 'CAMPAIGN_FILTER' | 'FORM_DEFINITION' | 'GOVERNANCE_GROUP' | 'IDENTITY_OBJECT_CONFIG' | 'IDENTITY_PROFILE' | 'LIFECYCLE_STATE' | 'NOTIFICATION_TEMPLATE' | 'PASSWORD_POLICY' | 'PASSWORD_SYNC_GROUP' | 'PUBLIC_IDENTITIES_CONFIG' | 'ROLE' | 'RULE' | 'SEGMENT' | 'SERVICE_DESK_INTEGRATION' | 'SOD_POLICY' | 'SOURCE' | 'TAG' | 'TRANSFORM' | 'TRIGGER_SUBSCRIPTION' | 'WORKFLOW')[];
    /** For each object type of `includeTypes`, which of its objects to include. A type without an entry is included whole; an entry for a type that `includeTypes` does not list has no effect. */
    readonly objectOptions?: { readonly [objectType: string]: {
      /** The names of the objects to include, exactly as in the tenant (case-sensitive). */
      readonly includedNames?: readonly (string)[];
    } };
  } | null;
  /** Whether the details of the backup's objects are ready. */
  readonly hydrationStatus?: 'HYDRATED' | 'NOT_HYDRATED';
  /** The number of objects in the backup. */
  readonly totalObjectCount?: number;
  /** Whether the backup was copied to the customer's own storage location. */
  readonly cloudStorageStatus?: 'SYNCED' | 'NOT_SYNCED' | 'SYNC_FAILED';
}
