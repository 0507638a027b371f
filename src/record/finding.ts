import type { JsonType } from './schema.ts';

/** A stretch of text: where it starts and how long it is, in UTF-16 units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** What kind of the product's JSON files a file is, when it holds no backup records. */
export type ForeignKind = 'export' | 'draft' | 'scheduled action' | 'API error';

/** What a value is, in JSON's words. */
export type Found = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** One mistake, without words: `message.ts` has the sentence, `fix.ts` what mends it. `place` is a `Definition`'s id. */
export type Finding = Span &
  (
    | { readonly rule: 'syntax'; readonly problem: string }
    | { readonly rule: 'foreign-file'; readonly kind: ForeignKind }
    | { readonly rule: 'not-a-record'; readonly found: Found; readonly listed: boolean }
    | { readonly rule: 'powershell-date'; readonly dateTime: string | undefined }
    | { readonly rule: 'powershell-depth'; readonly place: string; readonly types?: readonly string[] }
    | { readonly rule: 'powershell-array'; readonly place: string }
    | { readonly rule: 'empty-value' | 'null-value' | 'date-time' | 'int64-range'; readonly place: string }
    | { readonly rule: 'unlisted'; readonly text: string; readonly source: string }
    | { readonly rule: 'type'; readonly place: string; readonly expected: JsonType; readonly found: Found }
    | {
        readonly rule: 'enum';
        readonly place: string;
        readonly text: string;
        readonly likely?: string;
        readonly differsInCaseOnly: boolean;
      }
    | { readonly rule: 'unknown-property'; readonly text: string; readonly nearest?: string }
    | { readonly rule: 'property-case'; readonly text: string; readonly name: string; readonly taken: boolean }
    /** `distance`: how far before it the name already stands. */
    | { readonly rule: 'duplicate-property'; readonly text: string; readonly distance: number }
    | { readonly rule: 'time-order'; readonly place: string }
    | { readonly rule: 'status-time'; readonly status: string }
    | { readonly rule: 'option-not-included' | 'duplicate-item'; readonly text: string }
    | { readonly rule: 'duplicate-job-id'; readonly earlier: Span }
    | { readonly rule: 'unsafe-integer' | 'negative-count' | 'job-id' | 'partial-options' }
  );
