/** How many columns of a terminal a text takes, simply counted: East Asian characters and emoji take two, marks none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += /\p{M}/u.test(char) ? 0 : wide.test(char) ? 2 : 1;
  return width;
}

const wide =
  /[\u1100-\u115f\u3000-\u303e\uff01-\uff60\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{Emoji_Presentation}]/u;
