/** A UUID as RFC 9562 writes it, in letters of any case. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** Text that programs write around a UUID: the forms of .NET, a URN, and the calls of Python and MongoDB. */
const around = /^(?:\{(.*)\}|\((.*)\)|(?:urn:)?uuid:(.*)|(?:UUID|GUID|BinData)\(["'](.*)["']\)|["'](.*)["'])$/i;
/** The 32 digits together, and .NET's form as a structure, `{0x5f0a7c1e,0x3b2d,0x4c11,{0x9e,0x77,…}}`. */
const digits = /^([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})$/i;
const structure =
  /^0x([0-9a-f]{1,8}),0x([0-9a-f]{1,4}),0x([0-9a-f]{1,4}),\{((?:0x[0-9a-f]{1,2},){7}0x[0-9a-f]{1,2})\}$/i;

/** No form is longer, with some white space around it. */
const maxLength = 200;

/** The UUID that a text holds in another form; undefined if it holds none. */
export function uuidIn(text: string): string | undefined {
  if (text.length > maxLength) return undefined;
  const trimmed = text.replace(/[\s\u200b\u2060]+/g, '');
  const inside = around
    .exec(trimmed)
    ?.slice(1)
    .find((part) => part !== undefined);
  if (inside !== undefined) return uuidIn(inside);
  const [, low = '', middle = '', high = '', rest = ''] = structure.exec(trimmed) ?? [];
  const bytes = rest.split(',').map((byte) => byte.slice(2).padStart(2, '0'));
  const written = rest
    ? low.padStart(8, '0') + middle.padStart(4, '0') + high.padStart(4, '0') + bytes.join('')
    : trimmed;
  const parts = digits.exec(written)?.slice(1);
  return parts?.join('-').toLowerCase();
}
