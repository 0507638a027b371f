/** The host a bundle of these tests was made for; scripts/build-tests.mjs puts it in. */
declare const __TEST_HOST__: 'node' | 'web';

/** Made by scripts/build-tests.mjs from the `*.test.ts` files of this folder. */
declare module 'editor-test-files' {
  /** Runs the body of every test file, which registers its suites. */
  export function loadTests(): void;
}
