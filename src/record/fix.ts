import type { Node } from 'jsonc-parser';
import { checkRecord } from './check.ts';
import { isDateTime } from './date-time.ts';
import { applyEdits, type Edit } from './edit.ts';
import type { Finding } from './finding.ts';
import { isInt64, parseInteger } from './integer.ts';
import { parse } from './parse.ts';
import { wrappedList } from './powershell.ts';
import { Removals } from './remove.ts';
import type { RecordReport } from './report.ts';
import { defaultSeverities } from './rules.ts';
import { definition, objectType } from './schema.ts';
import { knownFrom } from './unlisted.ts';
import { unwrapEdits } from './unwrap.ts';

/** One way to mend a finding, titled by its result. */
export interface Fix {
  readonly title: string;
  /** Offsets are those of the text that the finding's are of. */
  readonly edits: readonly Edit[];
  /** Loses nothing and changes no meaning: the preferred fix of its finding, of which there is one at most. */
  readonly isLossless: boolean;
}

/**
 * All fixes for one finding of a record, the most likely first.
 * @param finding one of the report's own
 * @param removals where several are removed together, all of them; left out, a removal stands alone
 */
export function fixesFor(finding: Finding, report: RecordReport, removals?: Removals): Fix[] {
  const { text } = report;
  const node = report.nodes.get(finding);
  if (!node) return [];
  const remove = (what: Node, title: string, isLossless: boolean): Fix => ({
    title,
    edits: (removals ?? new Removals(text, new Set([what]))).of(what),
    isLossless,
  });
  switch (finding.rule) {
    case 'type':
      return typeFixes(node, text, finding.place);
    case 'enum':
      return enumFixes(node, finding.place, finding.likely, finding.differsInCaseOnly);
    case 'date-time':
      return dateTimeFixes(node);
    case 'unknown-property':
      return [...renameFixes(node, finding.nearest, report), remove(removable(node), `Remove ${quoted(node)}`, false)];
    case 'property-case':
      return [replaced(node, finding.name, !finding.taken)];
    case 'duplicate-property': {
      const earlier = earlierTwin(node);
      return [
        ...(earlier ? [remove(earlier, `Remove the earlier ${quoted(node)}`, false)] : []),
        remove(removable(node), `Remove the later ${quoted(node)}`, false),
      ];
    }
    case 'null-value':
    case 'empty-value':
    case 'duplicate-item':
      return [remove(removable(node), removalTitle(node), true)];
    case 'status-time':
      return [remove(removable(node), removalTitle(node), false)];
    case 'option-not-included':
      return includeFixes(node, report);
    case 'powershell-date':
      return finding.dateTime ? [replaced(node, finding.dateTime, true)] : [];
    case 'powershell-depth':
      return finding.types ? [listed(node, finding.types, true)] : [];
    case 'powershell-array': {
      const list = wrappedList(node);
      return list ? [{ title: 'Unwrap the list', edits: unwrapEdits(text, node, list), isLossless: true }] : [];
    }
    default:
      return [];
  }
}

/** What goes where a name or a value is removed: the whole property, or the item of a list. */
export function removable(node: Node): Node {
  return node.parent?.type === 'property' ? node.parent : node;
}

function typeFixes(node: Node, text: string, place: string): Fix[] {
  const { type, values, format } = definition(place);
  const { value } = node;
  if (node.type === 'string') {
    if (type === 'boolean' && /^(?:true|false)$/i.test(value)) return [rewritten(node, value.toLowerCase(), true)];
    if (type === 'integer' && isWholeNumber(value)) return [rewritten(node, value, true)];
    if (place === 'options' && value === 'null') return [rewritten(node, 'null', true)];
    if (place === 'includeTypes' && isObjectType(value)) return [listed(node, [value], true)];
    if (place === 'includedNames') return [listed(node, [value], false)];
  }
  if (node.type === 'number' && type === 'string' && !values && !format) {
    return [rewritten(node, `"${text.slice(node.offset, node.offset + node.length)}"`, true)];
  }
  if (node.type === 'array' && place === 'objectOptions' && !node.children?.length) {
    const edits = [
      { offset: node.offset, length: 1, content: '{' },
      { offset: node.offset + node.length - 1, length: 1, content: '}' },
    ];
    return [{ title: 'Change to {}', edits, isLossless: true }];
  }
  return [];
}

function enumFixes(node: Node, place: string, likely: string | undefined, differsInCaseOnly: boolean): Fix[] {
  const others = (definition(place).values?.all ?? []).filter((value) => value !== likely);
  const likelyFix = likely ? [replaced(node, likely, differsInCaseOnly)] : [];
  return [...likelyFix, ...others.map((value) => replaced(node, value, false))];
}

function dateTimeFixes(node: Node): Fix[] {
  const written: string = node.value;
  const withT = written.replace(/^(\S+) /, '$1T');
  if (isDateTime(withT)) return [replaced(node, withT, true)];
  const inUtc = `${withT}Z`;
  return isDateTime(inUtc) ? [{ ...replaced(node, inUtc, false), title: `Treat as UTC: "${inUtc}"` }] : [];
}

/** The nearest known name, unless the value behind it would then be an error. */
function renameFixes(name: Node, nearest: string | undefined, report: RecordReport): Fix[] {
  if (!nearest) return [];
  const fix = replaced(name, nearest, false);
  const text = applyEdits(report.text, fix.edits);
  const root = parse(text);
  if (!root || countErrors(checkRecord(root, text, report.context)) > countErrors(report)) return [];
  return [fix];
}

function countErrors({ findings }: RecordReport): number {
  return findings.filter(({ rule }) => defaultSeverities[rule] === 'error').length;
}

/** Adds the name of an entry to `includeTypes`, in the form in which the list is written. */
function includeFixes(name: Node, report: RecordReport): Fix[] {
  const list = report.list('includeTypes');
  if (!list) return [];
  const type = JSON.stringify(name.value);
  const last = list.children?.at(-1);
  const at = last ? last.offset + last.length : list.offset + 1;
  const content = last ? `,${gapBefore(last, report.text) || ' '}${type}` : type;
  return [{ title: `Add ${type} to "includeTypes"`, edits: [{ offset: at, length: 0, content }], isLossless: false }];
}

/** The line end and the indentation before a node; nothing where it does not start its line. */
function gapBefore(node: Node, text: string): string {
  return /\r?\n[ \t]*$/.exec(text.slice(Math.max(0, node.offset - 200), node.offset))?.[0] ?? '';
}

function earlierTwin(name: Node): Node | undefined {
  const properties = name.parent?.parent?.children ?? [];
  const at = name.parent ? properties.indexOf(name.parent) : 0;
  return properties.slice(0, at).findLast(({ children }) => children?.[0]?.value === name.value);
}

function isWholeNumber(text: string): boolean {
  const integer = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text) ? parseInteger(text) : undefined;
  return integer !== undefined && isInt64(integer);
}

function isObjectType(text: string): boolean {
  return objectType.values?.has(text) || knownFrom('objectType', text) !== undefined;
}

function replaced(node: Node, value: string, isLossless: boolean): Fix {
  return rewritten(node, JSON.stringify(value), isLossless);
}

function listed(node: Node, items: readonly string[], isLossless: boolean): Fix {
  const content = `[${items.map((item) => JSON.stringify(item)).join(', ')}]`;
  return { ...rewritten(node, content, isLossless), title: 'Change to a list' };
}

function rewritten({ offset, length }: Node, content: string, isLossless: boolean): Fix {
  return { title: `Change to ${content}`, edits: [{ offset, length, content }], isLossless };
}

function removalTitle(node: Node): string {
  const property = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  return `Remove ${property ? quoted(property) : node.type === 'null' ? 'null' : quoted(node)}`;
}

function quoted(node: Node): string {
  return `"${node.value}"`;
}
