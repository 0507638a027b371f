import type { Span } from '../json/span.ts';
import type { Rule } from './rule.ts';
import type { rules } from './rules/index.ts';

type FindingOf<R> = R extends Rule<infer Id, infer Data> ? Span & { readonly rule: Id } & Readonly<Data> : never;

/** One mistake, without words: the rule, the span, and the rule's data. `message.ts` makes the sentence. */
export type Finding = FindingOf<(typeof rules)[number]>;
