/** Whether a value is right; where it is not, `errors` says which keyword of the schema it breaks. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly { readonly keyword: string }[] | null;
}
/** By the id of a place in the schema. */
export declare const validators: Readonly<Record<string, Validate>>;
