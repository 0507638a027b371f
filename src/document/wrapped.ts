/**
 * How wide the lines are that something has cut a text into, such as a console of 80 columns: whether the text is sound once
 * each line of that width goes on in the next one.
 * @param isSound whether a text is free of errors
 * @returns the width in UTF-16 units; undefined if the text was not cut, or is not sound without the cuts either
 */
export function wrappedAt(text: string, isSound: (text: string) => boolean): number | undefined {
  let width = 0;
  let widest = 0;
  const lines = text.split(/\r\n|\r|\n/);
  for (const { length } of lines) {
    if (length === width) widest++;
    else if (length > width) [width, widest] = [length, 1];
  }
  const isLastOnly = widest === 1 && lines.findLast((line) => line !== '')?.length === width;
  if (width < minWidth || isLastOnly) return undefined;
  const whole = lines.map((line) => (line.length === width ? line : `${line}\n`)).join('');
  return isSound(whole) ? width : undefined;
}

/** Nothing shows text in fewer columns. */
const minWidth = 20;
