import type { Node } from 'jsonc-parser';
import { fold } from '../../model/spelling.ts';

/*
 * The members that pages of results and HTTP responses have beside their records, without case and separators. They say
 * where the page is, or how it was sent.
 */
const counts: ReadonlySet<string> = new Set([
  ...['count', 'total', 'totalcount', 'totalresults', 'totalitems', 'totalelements', 'totalpages', 'numberofelements'],
  ...['page', 'pages', 'pagenumber', 'pagesize', 'perpage', 'size', 'number', 'limit', 'offset', 'start', 'startindex'],
  ...['itemsperpage', 'first', 'last', 'next', 'prev', 'previous', 'hasmore', 'hasnext', 'hasnextpage', 'empty'],
  ...['haspreviouspage', 'sorted', 'unsorted', 'paged', 'unpaged', 'ok', 'success', 'status', 'statuscode'],
]);
const texts: ReadonlySet<string> = new Set([
  ...['first', 'last', 'next', 'prev', 'previous', 'self', 'href', 'nextpage', 'nextlink', 'nexttoken', 'nextcursor'],
  ...['cursor', 'startcursor', 'endcursor', 'continuationtoken', 'statustext', 'statusdescription', 'httpversion'],
]);
const groups: ReadonlySet<string> = new Set([
  ...['paging', 'pagination', 'pageinfo', 'page', 'pageable', 'sort', 'meta', 'metadata', 'links'],
  ...['first', 'last', 'next', 'prev', 'previous', 'self'],
]);
const ofHttp: ReadonlySet<string> = new Set(['headers', 'config', 'request', 'rawdata', 'rawcontent']);

/** Whether a member of an envelope says nothing about the records. */
export function saysNothing(name: string, value: Node | undefined): boolean {
  if (!value || value.type === 'null' || value.value === '') return true;
  const folded = fold(name);
  if (ofHttp.has(folded) || folded.startsWith('@odata')) return true;
  if (value.type === 'string')
    return texts.has(folded) || (counts.has(folded) && /^(?:\d+|ok|success)$/i.test(value.value));
  if (value.type !== 'object' && value.type !== 'array') return counts.has(folded);
  const children = value.children ?? [];
  return children.length === 0 || (value.type === 'object' && groups.has(folded) && children.every(sayNothing));
}

function sayNothing({ children }: Node): boolean {
  return saysNothing(String(children?.[0]?.value), children?.[1]);
}
