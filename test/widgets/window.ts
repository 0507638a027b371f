import type { Page, PageElement } from 'playwright-core';

/** How long a test waits for a result: a slow machine is not a failure. In milliseconds. */
const patience = 30_000;

/** A VS Code window, as a person uses it with the keyboard. */
export class Window {
  constructor(readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Opens a file of the workspace. */
  async open(name: string): Promise<void> {
    await this.press('Escape');
    await this.page.locator('.action-widget .monaco-list-row').first().waitFor({ state: 'hidden' });
    await this.press('Control+KeyP');
    await this.#answer(name, name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Opens a new document without a name, and writes a text into it. */
  async openUntitled(text: string): Promise<void> {
    // That of a browser, in which Ctrl+N opens a window.
    await this.press('Control+Alt+KeyN');
    await this.page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
    await this.page.keyboard.insertText(text);
  }

  /** Moves the cursor to the end of the last occurrence of `mark` in the text of the editor. */
  async goToEndOf(mark: string, text: string): Promise<void> {
    await this.#goTo(text.slice(0, text.lastIndexOf(mark) + mark.length));
  }

  /** Moves the cursor to the end of the first occurrence. */
  async goToFirst(mark: string, text: string): Promise<void> {
    await this.#goTo(text.slice(0, text.indexOf(mark) + mark.length));
  }

  /** Moves the cursor to the end of the beginning of the text. */
  async #goTo(before: string): Promise<void> {
    const lines = before.split('\n');
    await this.press('Escape', 'Control+KeyG');
    await this.#input().fill(`:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`);
    await this.press('Enter');
    await this.#input().waitFor({ state: 'hidden' });
  }

  /** The rows of the suggest widget, the one that Enter takes with a `>`; asked for again until they are right. */
  suggestions(isRight: (rows: readonly string[]) => boolean): Promise<readonly string[]> {
    return this.#rows('Control+Space', '.suggest-widget.visible', '.label-name', isRight);
  }

  /** The rows of the light bulb's menu. */
  fixes(isRight: (rows: readonly string[]) => boolean): Promise<readonly string[]> {
    return this.#rows('Control+Period', '.action-widget', '.title', isRight);
  }

  /** Types a text, letter by letter. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 30 });
  }

  /** Chooses a suggestion by its first letters. */
  async choose(letters: string, label: string): Promise<void> {
    await this.suggestions((rows) => rows.length > 0);
    await this.type(letters);
    await this.page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: label }).waitFor();
    await this.press('Enter');
  }

  /** The rows of the list that has opened by itself; none if none does. */
  openedList(): Promise<readonly string[]> {
    return this.#settled('.suggest-widget.visible', '.label-name');
  }

  /** The text in the editor, with one space for white space. */
  async text(): Promise<string> {
    const lines = this.page.locator('.editor-instance .view-lines .view-line');
    return (await lines.evaluateAll(textsByHeight, '')).join(' ').replace(/\s+/g, ' ').trim();
  }

  /** The same, asked for again until it is right. */
  async textOnce(isRight: (text: string) => boolean): Promise<string> {
    const end = Date.now() + patience;
    for (;;) {
      const text = await this.text();
      if (isRight(text) || Date.now() > end) return text;
      await this.page.waitForTimeout(100);
    }
  }

  async #rows(
    key: string,
    widget: string,
    label: string,
    isRight: (rows: readonly string[]) => boolean,
  ): Promise<readonly string[]> {
    const end = Date.now() + patience;
    for (;;) {
      await this.press(key);
      const rows = await this.#settled(widget, label);
      if (isRight(rows) || Date.now() > end) return rows;
      await this.press('Escape');
    }
  }

  /** The rows of a widget, once they stay the same; none if it does not open. */
  async #settled(widget: string, label: string): Promise<readonly string[]> {
    let before = '?';
    for (let looks = 0; looks < 20; looks++) {
      const rows = await this.page.locator(`${widget} .monaco-list-row`).evaluateAll(textsByHeight, label);
      if (rows.length > 0 && rows.join('\n') === before) return rows;
      before = rows.join('\n');
      await this.page.waitForTimeout(100);
    }
    return [];
  }

  async #answer(text: string, row: string): Promise<void> {
    await this.#input().fill(text);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().waitFor();
    await this.press('Enter');
    await this.#input().waitFor({ state: 'hidden' });
  }

  #input() {
    return this.page.locator('.quick-input-widget input[type=text]');
  }
}

/** The texts of lines or rows from top to bottom; that of the row that Enter takes after a `>`. Runs in the page. */
function textsByHeight(rows: readonly PageElement[], label: string): string[] {
  const shown = rows.flatMap((row) => {
    const named = label === '' ? row : row.querySelector(label);
    const mark = row.classList.contains('focused') ? '> ' : '';
    return named ? [{ top: Number.parseInt(row.style.top, 10), text: `${mark}${named.textContent}` }] : [];
  });
  return shown.sort((a, b) => a.top - b.top).map(({ text }) => text);
}
