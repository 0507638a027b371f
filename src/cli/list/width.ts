const segmenter = new Intl.Segmenter();

/** How much of a text is looked at, in UTF-16 units: no column is wider, and dividing a text takes quadratic time. */
export const maxDivided = 512;

/** The characters of a short text as a reader sees them: a flag is one, and a family of emoji, and a letter with its marks. */
export function charactersOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** How many columns of a terminal a text takes: East Asian characters and emoji take two, marks none. */
export function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  const start = text.slice(0, maxDivided);
  let width = text.length - start.length;
  for (const character of charactersOf(start))
    width += wide.test(character) ? 2 : [...character.replace(unseen, '')].length;
  return width;
}

/** U+FE0F asks for the emoji where a character is text too. */
const wide =
  /[\u1100-\u115f\u3000-\u303e\uff01-\uff60\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{Emoji_Presentation}]|\ufe0f/u;
const unseen = /[\p{M}\p{Cf}]/gu;
