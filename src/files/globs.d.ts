/** The globs of VS Code's JSON service, by itself: the package has no types for it. */
declare module 'vscode-json-languageservice/lib/esm/utils/glob.js' {
  /** @throws {SyntaxError} where the glob makes no regular expression */
  export function createRegex(
    glob: string,
    options: { readonly extended: boolean; readonly globstar: boolean },
  ): RegExp;
}
