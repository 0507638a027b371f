/** The part of js-yaml, which has no types of its own, that the tests use. */
declare module 'js-yaml' {
  /** @throws {Error} if the text is not YAML */
  export function load(text: string): unknown;
}
