const segmenter = new Intl.Segmenter();

/** What a reader takes for the characters of a text: a flag is one, and a family of emoji, and a letter with its marks. */
export function* charactersOf(text: string): Generator<string> {
  for (const { segment } of segmenter.segment(text)) yield segment;
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
