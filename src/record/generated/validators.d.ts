/** Whether a value is right; if not, `errors` says which keyword of the schema it breaks. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly { readonly keyword: string }[] | null;
}
/** By path. */
export declare const validators: Readonly<Record<string, Validate>>;
