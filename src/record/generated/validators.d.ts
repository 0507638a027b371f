/** Whether a value is right; where it is not, `errors` says which keyword of the schema it breaks. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly { readonly keyword: string }[] | null;
}
export declare const objectType: Validate;
export declare const record: Validate;
export declare const $schema: Validate;
export declare const jobId: Validate;
export declare const status: Validate;
export declare const type: Validate;
export declare const tenant: Validate;
export declare const requesterName: Validate;
export declare const fileExists: Validate;
export declare const created: Validate;
export declare const modified: Validate;
export declare const completed: Validate;
export declare const name: Validate;
export declare const userCanDelete: Validate;
export declare const isPartial: Validate;
export declare const backupType: Validate;
export declare const options: Validate;
export declare const hydrationStatus: Validate;
export declare const totalObjectCount: Validate;
export declare const cloudStorageStatus: Validate;
export declare const includeTypes: Validate;
export declare const objectOptions: Validate;
export declare const entry: Validate;
export declare const includedNames: Validate;
export declare const objectName: Validate;
