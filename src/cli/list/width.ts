const segmenter = new Intl.Segmenter();

/** How much text is given to the segmenter at once, in UTF-16 units: it copies all of its text for each character. */
const pieceLength = 256;

/** The characters of a text as a reader sees them: a flag is one, and a family of emoji, and a letter with its marks. */
export function* charactersOf(text: string): Generator<string> {
  let length = pieceLength;
  for (let at = 0; at < text.length; ) {
    // No surrogate pair is divided: from half of one, the segmenter cannot tell that it belongs to the emoji before it.
    const end = at + length + (isHighSurrogate(text.charCodeAt(at + length - 1)) ? 1 : 0);
    const piece = text.slice(at, end);
    const isLast = end >= text.length;
    let read = 0;
    for (const { segment } of segmenter.segment(piece)) {
      // The last character of a piece may go on in the next one.
      if (!isLast && read + segment.length === piece.length) break;
      yield segment;
      read += segment.length;
    }
    at += read;
    length = read === 0 ? length * 2 : pieceLength;
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** How many columns of a terminal a text takes: East Asian characters and emoji take two, marks none. */
export function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of charactersOf(text))
    width += wide.test(character) ? 2 : [...character.replace(unseen, '')].length;
  return width;
}

/** U+FE0F asks for the emoji where a character is text too. */
const wide =
  /[\u1100-\u115f\u3000-\u303e\uff01-\uff60\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{Emoji_Presentation}]|\ufe0f/u;
const unseen = /[\p{M}\p{Cf}]/gu;
