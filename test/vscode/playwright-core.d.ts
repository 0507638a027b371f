/*
 * The part of playwright-core that is used here. The package is installed only where the stand-in for VS Code is needed,
 * and the types are checked everywhere.
 */
declare module 'playwright-core' {
  export const chromium: { launch(options: object): Promise<Browser> };

  export interface Browser {
    newPage(options: { readonly viewport: Viewport }): Promise<Page>;
    close(): Promise<void>;
  }

  export interface Viewport {
    readonly width: number;
    readonly height: number;
  }

  export interface Page {
    readonly keyboard: {
      press(key: string): Promise<void>;
      type(text: string, options: { readonly delay: number }): Promise<void>;
      insertText(text: string): Promise<void>;
    };
    readonly mouse: { move(x: number, y: number): Promise<void> };
    goto(url: string, options: { readonly waitUntil: 'commit' }): Promise<unknown>;
    setContent(html: string): Promise<void>;
    evaluate<T>(work: () => T): Promise<T>;
    exposeFunction(name: string, callback: (...args: never[]) => unknown): Promise<void>;
    screenshot(options?: { readonly path: string; readonly omitBackground?: boolean }): Promise<Buffer>;
    waitForTimeout(milliseconds: number): Promise<void>;
    locator(selector: string, options?: { readonly hasText: string }): Locator;
    getByRole(role: string, options: { readonly name: string }): Locator;
    on(event: 'console', listener: (message: ConsoleMessage) => void): this;
    on(event: 'pageerror', listener: (error: Error) => void): this;
    once(event: 'crash' | 'close', listener: () => void): this;
  }

  /** The part of an element that is read inside the page. */
  export interface PageElement {
    readonly style: { readonly top: string };
    readonly textContent: string | null;
    readonly classList: { contains(name: string): boolean };
    querySelector(selector: string): PageElement | null;
  }

  export interface ConsoleMessage {
    type(): string;
    text(): string;
  }

  export interface Locator {
    first(): Locator;
    nth(index: number): Locator;
    waitFor(options?: { readonly timeout?: number; readonly state?: 'hidden' }): Promise<void>;
    click(): Promise<void>;
    dblclick(): Promise<void>;
    hover(): Promise<void>;
    fill(text: string): Promise<void>;
    evaluateAll<T>(read: (elements: readonly PageElement[], argument: string) => T, argument: string): Promise<T>;
  }
}
