const delimiters = /[\s,:[\]{}"/]/g;

/** Where the word that starts at `start` ends: before white space, a bracket, a quote or another delimiter. */
export function endOfWord(text: string, start: number): number {
  delimiters.lastIndex = start;
  return delimiters.exec(text)?.index ?? text.length;
}

const scalar = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)$/;

/** Whether a word is true, false, null or a number. */
export function isScalar(word: string): boolean {
  return scalar.test(word);
}
