import type { Node } from 'jsonc-parser';
import { fold } from '../record/names.ts';

/** What pages of results and HTTP responses have beside their records, without case and separators. */
const paging: ReadonlySet<string> = new Set([
  ...['count', 'total', 'totalcount', 'totalresults', 'totalitems', 'totalelements', 'totalpages', 'numberofelements'],
  ...['page', 'pages', 'pagenumber', 'pagesize', 'perpage', 'size', 'number', 'limit', 'offset', 'start', 'startindex'],
  ...['itemsperpage', 'first', 'last', 'next', 'prev', 'previous', 'nextpage', 'nextlink', 'nexttoken', 'nextcursor'],
  ...[
    'cursor',
    'startcursor',
    'endcursor',
    'continuationtoken',
    'hasmore',
    'hasnext',
    'hasnextpage',
    'haspreviouspage',
  ],
  ...[
    'empty',
    'self',
    'href',
    'ok',
    'success',
    'status',
    'statuscode',
    'statustext',
    'statusdescription',
    'httpversion',
  ],
]);
const groups: ReadonlySet<string> = new Set(['paging', 'pagination', 'pageinfo', 'page', 'meta', 'metadata', 'links']);
const ofHttp: ReadonlySet<string> = new Set(['headers', 'config', 'request', 'rawdata', 'rawcontent']);

/** Whether a member of an envelope says nothing about the records: where the page is, or how it was sent. */
export function saysNothing(name: string, value: Node | undefined): boolean {
  if (!value || value.type === 'null' || value.value === '') return true;
  const folded = fold(name);
  if (ofHttp.has(folded) || folded.startsWith('@odata')) return true;
  if (value.type !== 'object' && value.type !== 'array') return paging.has(folded);
  const children = value.children ?? [];
  if (value.type === 'array' || children.length === 0) return children.length === 0;
  return (groups.has(folded) || paging.has(folded)) && children.every(sayNothing);
}

function sayNothing({ children }: Node): boolean {
  return saysNothing(String(children?.[0]?.value), children?.[1]);
}
