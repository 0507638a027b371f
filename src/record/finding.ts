import type { Span } from '../json/span.ts';
import type { Rule } from './rule.ts';
import type { rules } from './rules/index.ts';

type FindingOf<R> = R extends Rule<infer Id, infer Data> ? Span & { readonly rule: Id } & Readonly<Data> : never;

/** One mistake, without words: which rule, where, and what the rule says about it. `message.ts` has the sentence. */
export type Finding = FindingOf<(typeof rules)[number]>;
