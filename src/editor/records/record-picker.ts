import * as vscode from 'vscode';
import { RecordSearch } from '../../features/record-search.ts';
import { cursorAt, isSame, type RecordRef, rangeIn, recordIn } from '../../index/records.ts';
import { rangeOf } from '../convert.ts';
import type { Checked, Checks } from '../problems/checks.ts';
import { Debouncer, sliceMs } from '../workbench/scheduling.ts';
import { nameOf } from '../workbench/uris.ts';
import { type RecordItem, RecordItems } from './record-items.ts';

/** How many records are listed. VS Code renders tens of thousands slowly. */
const maxShown = 200;

interface PickerOptions {
  readonly title?: string;
  /** A position in the first document. The list starts near it, until the user types. */
  readonly near?: vscode.Position;
  /** A record of the first document to leave out. */
  readonly except?: RecordRef;
  /** The text of a list without records. */
  readonly empty: string;
}

interface SearchedDocument {
  readonly checked: Checked;
  readonly items: RecordItems;
  readonly search: RecordSearch;
}

/** A list of the records of some documents that match what the user types. It follows edits of the documents. */
export class RecordPicker implements vscode.Disposable {
  readonly list = vscode.window.createQuickPick<RecordItem>();
  readonly #documents: readonly SearchedDocument[];
  readonly #subscriptions: vscode.Disposable;
  readonly #scheduled = new Debouncer();
  /** The record that is selected when the list opens. */
  readonly #start: RecordRef | undefined;
  /** Where the list starts, until the user types. */
  readonly #first: RecordRef | undefined;
  /** Identifies the items that are shown. */
  #shown = '';
  /** The items that are shown next, as far as their records have been read. */
  #next:
    | { readonly key: string; readonly items: RecordItem[]; readonly unread: Iterator<RecordItem | undefined> }
    | undefined;

  constructor(
    checks: Checks,
    documents: readonly [Checked, ...Checked[]],
    readonly options: PickerOptions,
  ) {
    const { near, except } = options;
    const max = Math.ceil(maxShown / documents.length);
    const [{ index }] = documents;
    this.#start = near && cursorAt(index, near).position;
    this.#first = near && cursorAt(index, near).back(max / 2).position;
    this.#documents = documents.map((checked, at) => {
      const items = new RecordItems(checked);
      const search = new RecordSearch(checked.index, max, items.description, at === 0 ? except : undefined);
      return { checked, items, search };
    });
    for (const { search } of this.#documents) search.find('', this.#first);
    const { list } = this;
    list.title = options.title;
    list.placeholder = 'Search by name, status, type, time, jobId, or by the words error and warning';
    list.matchOnDescription = true;
    list.matchOnDetail = true;
    list.busy = true;
    this.#subscriptions = vscode.Disposable.from(
      this.#scheduled,
      list,
      list.onDidChangeValue((value) => {
        for (const { search } of this.#documents) search.find(value, this.#first);
        this.#continue();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const changed = this.#of(document);
        if (!changed || contentChanges.length === 0) return;
        changed.search.restart();
        this.#shown = '';
        this.#next = undefined;
        this.#continue();
      }),
      checks.onDidPause((paused) => this.#of(paused) && this.#continue()),
      checks.onDidCheck((done) => {
        const checked = this.#of(done)?.checked;
        if (checked && checks.of(done)?.index === checked.index) this.#continue();
        else if (checked) list.hide();
      }),
    );
  }

  show(): void {
    this.list.show();
    this.#scheduled.schedule(() => this.#continue(), 0);
  }

  /** Where the record of an item is now; undefined if the item is a hint, or a running check has not reached it. */
  rangeOf(item: RecordItem | undefined): vscode.Range | undefined {
    if (!item?.record || item.record.at >= item.checked.index.certainCount) return undefined;
    const range = rangeIn(item.checked.index, item.record);
    return range && rangeOf(range);
  }

  /** Whether an item is selected without the user having done anything. */
  isInitial(item: RecordItem | undefined): boolean {
    const found = this.#documents[0]?.search.found;
    const initial = found?.find((record) => isSame(record, this.#start)) ?? found?.[0];
    return this.list.value === '' && isSame(item?.record, initial);
  }

  #of(document: vscode.TextDocument): SearchedDocument | undefined {
    return this.#documents.find(({ checked }) => checked.document === document);
  }

  /** Searches and lists for one slice of time, and schedules the next. */
  #continue(): void {
    const deadline = performance.now() + sliceMs.recordSearch;
    const areDone = this.#documents.map(({ search }) => search.step(deadline));
    this.list.busy = !this.#documents.every(({ search }) => search.isComplete);
    const isListed = this.#list(deadline);
    if (areDone.every(Boolean) && isListed) this.#scheduled.cancel();
    else this.#scheduled.schedule(() => this.#continue(), 0);
  }

  /**
   * Lists the records found so far, once they are all there are or as many as are listed.
   * @returns whether that is done
   */
  #list(deadline: number): boolean {
    if (!this.#documents.every(({ search }) => search.isComplete || search.isFull)) return true;
    const keys = this.#documents.map(({ search: { found, count, isComplete } }) => [
      found[0],
      found.at(-1),
      isComplete && count,
    ]);
    const key = JSON.stringify([this.list.value, ...keys]);
    if (key === this.#shown) return true;
    if (key !== this.#next?.key) this.#next = { key, items: [], unread: this.#itemsFound() };
    const { items, unread } = this.#next;
    for (let read = unread.next(); !read.done; read = unread.next()) {
      if (read.value) items.push(read.value);
      if (performance.now() > deadline) return false;
    }
    this.#shown = key;
    this.#show([...items, ...this.#hints(items.length === 0)]);
    return true;
  }

  *#itemsFound(): Generator<RecordItem | undefined> {
    for (const { checked, items, search } of this.#documents) {
      if (this.#documents.length > 1 && search.found.length > 0)
        yield { label: nameOf(checked.document.uri), kind: vscode.QuickPickItemKind.Separator };
      for (const ref of search.found) {
        const record = recordIn(checked.index, ref);
        yield record && items.itemFor(record);
      }
    }
  }

  #show(items: readonly RecordItem[]): void {
    const { list } = this;
    const active = list.activeItems[0]?.record ?? this.#start;
    // At first, the list scrolls to the record at the cursor.
    list.keepScrollPosition = list.items.length > 0;
    list.items = items;
    const selected = active && list.value === '' ? items.find(({ record }) => isSame(record, active)) : undefined;
    if (selected) list.activeItems = [selected];
  }

  /** The items after the records. VS Code sorts by how well a label matches. These match nothing, so they stay last. */
  #hints(isEmpty: boolean): RecordItem[] {
    const searches = this.#documents.map(({ search }) => search);
    if (!searches.every(({ isComplete }) => isComplete))
      return [{ label: '…', description: 'and more: type to narrow', alwaysShow: true }];
    const more = searches.reduce((sum, { count, found }) => sum + count - found.length, 0);
    if (more > 0)
      return [{ label: '…', description: `and ${more.toLocaleString('en')} more: type to narrow`, alwaysShow: true }];
    if (!isEmpty) return [];
    return [{ label: this.list.value.trim() ? 'No matching records' : this.options.empty, alwaysShow: true }];
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
