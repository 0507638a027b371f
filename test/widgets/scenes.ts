import type { Window } from './window.ts';

/** Something that a person does and sees in a VS Code window with default settings. */
export interface Scene {
  readonly title: string;
  run(window: Window): Promise<void>;
}
