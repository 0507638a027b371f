import * as vscode from 'vscode';
import { RecordSearch } from '../features/record-search.ts';
import { cursorAt, type RecordRef, rangeIn, recordIn } from '../index/records.ts';
import { rangeOf } from './convert.ts';
import type { Checked, Checks } from './problems/checks.ts';
import { type RecordItem, RecordItems } from './records/record-items.ts';
import { Debouncer, sliceMs } from './workbench/scheduling.ts';

/** How many records are listed. VS Code renders tens of thousands slowly. */
const maxShown = 200;

/** The command Go to Record: lists the records in the active editor that match what the user types. */
export function goToRecord(checks: Checks): void {
  const editor = vscode.window.activeTextEditor;
  const checked = editor && checks.of(editor.document);
  if (checked) new RecordPicker(editor, checked, checks).show();
}

/** The list, from the moment it opens until it closes. */
class RecordPicker {
  readonly #picker = vscode.window.createQuickPick<RecordItem>();
  readonly #items: RecordItems;
  readonly #search: RecordSearch;
  /** The selection and the visible range when the list opened. */
  readonly #selections: readonly vscode.Selection[];
  readonly #view: vscode.Range | undefined;
  /** The record at the cursor, when the list opened. */
  readonly #start: RecordRef;
  /** Where the list starts, until the user types. */
  readonly #first: RecordRef;
  readonly #subscriptions: vscode.Disposable;
  readonly #scheduled = new Debouncer();
  /** Identifies the items that are shown. */
  #shown = '';
  /** The items that are shown next, as far as their records have been read. */
  #next: { readonly key: string; readonly items: RecordItem[]; read: number } = { key: '', items: [], read: 0 };
  /** The last record that was previewed in the editor; undefined before the first. */
  #previewed: vscode.Selection | undefined;

  constructor(
    readonly editor: vscode.TextEditor,
    readonly checked: Checked,
    readonly checks: Checks,
  ) {
    const { document, index } = checked;
    this.#items = new RecordItems(checked);
    this.#search = new RecordSearch(index, maxShown, this.#items.description);
    this.#selections = editor.selections;
    this.#view = editor.visibleRanges[0];
    const { active } = editor.selection;
    this.#start = cursorAt(index, active).position;
    this.#first = cursorAt(index, active).back(maxShown / 2).position;
    this.#search.find('', this.#first);
    const picker = this.#picker;
    picker.placeholder = 'Search by name, status, type, time, jobId, or by the words error and warning';
    picker.matchOnDescription = true;
    picker.matchOnDetail = true;
    this.#subscriptions = vscode.Disposable.from(
      this.#scheduled,
      picker,
      picker.onDidChangeValue((value) => {
        this.#search.find(value, this.#first);
        this.#continue();
      }),
      picker.onDidChangeActive(([item]) => this.#preview(item)),
      picker.onDidAccept(() => this.#accept()),
      picker.onDidHide(() => this.#leave()),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document !== document || event.contentChanges.length === 0) return;
        this.#search.restart();
        this.#shown = '';
        this.#next = { key: '', items: [], read: 0 };
        this.#continue();
      }),
      checks.onDidPause((paused) => paused === document && this.#continue()),
      checks.onDidCheck((done) => {
        if (done !== document) return;
        if (checks.of(document)?.index === index) this.#continue();
        else picker.hide();
      }),
    );
  }

  show(): void {
    this.#picker.busy = true;
    this.#picker.show();
    this.#scheduled.schedule(() => this.#continue(), 0);
  }

  /** Searches and lists for one slice of time, and schedules the next. */
  #continue(): void {
    const deadline = performance.now() + sliceMs.recordSearch;
    const isDone = this.#search.step(deadline);
    this.#picker.busy = !this.#search.isComplete;
    const isListed = this.#list(deadline);
    if (isDone && isListed) this.#scheduled.cancel();
    else this.#scheduled.schedule(() => this.#continue(), 0);
  }

  /**
   * Lists the records found so far, once they are all there are or as many as are listed.
   * @returns whether that is done
   */
  #list(deadline: number): boolean {
    const { found, count, isComplete } = this.#search;
    if (!isComplete && found.length < maxShown) return true;
    const key = `${this.#picker.value}\n${keyOf(found[0])} ${keyOf(found.at(-1))} ${isComplete ? count : ''}`;
    if (key === this.#shown) return true;
    if (key !== this.#next.key) this.#next = { key, items: [], read: 0 };
    const next = this.#next;
    while (next.read < found.length) {
      if (performance.now() > deadline) return false;
      const record = recordIn(this.checked.index, found[next.read++] as RecordRef);
      if (record) next.items.push(this.#items.itemFor(record));
    }
    this.#shown = key;
    this.#show([...next.items, ...this.#hints(next.items.length === 0)]);
    return true;
  }

  #show(items: readonly RecordItem[]): void {
    const picker = this.#picker;
    const active = picker.activeItems[0]?.record ?? this.#start;
    // At first, the list scrolls to the record at the cursor.
    picker.keepScrollPosition = picker.items.length > 0;
    picker.items = items;
    const selected = picker.value === '' ? items.find(({ record }) => isSame(record, active)) : undefined;
    if (selected) picker.activeItems = [selected];
  }

  /** The items after the records. VS Code sorts by how well a label matches. These match nothing, so they stay last. */
  #hints(isEmpty: boolean): RecordItem[] {
    const { found, count, isComplete } = this.#search;
    if (!isComplete) return [{ label: '…', description: 'and more: type to narrow', alwaysShow: true }];
    if (count > found.length) {
      const more = (count - found.length).toLocaleString('en');
      return [{ label: '…', description: `and ${more} more: type to narrow`, alwaysShow: true }];
    }
    if (!isEmpty) return [];
    return [{ label: this.#picker.value.trim() ? 'No matching records' : 'The file has no records', alwaysShow: true }];
  }

  /** Shows a record in the editor; not the initially selected one, until the user has moved. */
  #preview(item: RecordItem | undefined): void {
    const range = this.#rangeOf(item);
    if (!range || (!this.#previewed && this.#picker.value === '' && this.#isFirst(item))) return;
    this.#previewed = new vscode.Selection(range.end, range.start);
    this.editor.selection = this.#previewed;
    this.editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  #isFirst(item: RecordItem | undefined): boolean {
    const { found } = this.#search;
    const first = found.find((record) => isSame(record, this.#start)) ?? found[0];
    return isSame(item?.record, first);
  }

  /** Where the record of an item is now; undefined if the item is a hint, or a running check has not reached it. */
  #rangeOf(item: RecordItem | undefined): vscode.Range | undefined {
    const { index } = this.checked;
    if (!item?.record || item.record.at >= index.certainCount) return undefined;
    const range = rangeIn(index, item.record);
    return range && rangeOf(range);
  }

  #accept(): void {
    const range = this.#rangeOf(this.#picker.activeItems[0]);
    if (!range) return;
    // Start from the original position, so that Go Back returns there.
    this.#restore();
    this.#previewed = undefined;
    this.#picker.hide();
    void goTo(this.editor, range.start);
  }

  /** If the user closed the list by clicking into the editor, the new selection stays. */
  #leave(): void {
    if (this.#previewed?.isEqual(this.editor.selection)) this.#restore();
    this.#subscriptions.dispose();
  }

  #restore(): void {
    if (!this.#previewed) return;
    this.editor.selections = this.#selections;
    if (this.#view) this.editor.revealRange(this.#view, vscode.TextEditorRevealType.AtTop);
  }
}

async function goTo(editor: vscode.TextEditor, position: vscode.Position): Promise<void> {
  const range = new vscode.Range(position, position);
  const { document, viewColumn } = editor;
  const isTextTab = vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputText;
  // In a diff editor, that would open the document a second time.
  const isShown = isTextTab && viewColumn;
  const shown = isShown ? await vscode.window.showTextDocument(document, { selection: range, viewColumn }) : editor;
  if (!isShown) shown.selection = new vscode.Selection(position, position);
  // A record is read from its first line on.
  shown.revealRange(range, vscode.TextEditorRevealType.AtTop);
}

function keyOf(record: RecordRef | undefined): string {
  return `${record?.at}.${record?.inside ?? 0}`;
}

function isSame(one: RecordRef | undefined, other: RecordRef | undefined): boolean {
  return keyOf(one) === keyOf(other);
}
