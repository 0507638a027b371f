/** By path: which keyword of its schema a value breaks. */
export declare const validators: Readonly<Record<string, (value: unknown) => string | undefined>>;
