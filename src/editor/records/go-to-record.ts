import * as vscode from 'vscode';
import { RecordSearch } from '../../index/record-search.ts';
import { type ListedRecord, recordIn } from '../../index/records.ts';
import type { Checked, Checks } from '../problems/checks.ts';
import { severityIn } from '../settings.ts';
import { rangeOf } from '../source.ts';

/** How many records are shown: VS Code draws a list with tens of thousands slowly, and nobody reads it. */
const mostShown = 200;
/** How long the search may keep the extension host from everything else, in milliseconds. */
const slice = 8;

/** A line of the list: a record, or what is to be said of the others. */
interface RecordItem extends vscode.QuickPickItem {
  /** The number of the record's entry in the index. */
  readonly at?: number;
}

/** The command Go to Record: lists the records of the active editor, those that say what the user types. */
export function goToRecord(checks: Checks): void {
  const editor = vscode.window.activeTextEditor;
  const checked = editor && checks.of(editor.document);
  if (checked) new RecordPicker(editor, checked, checks);
}

/** One list, from its opening to its end. */
class RecordPicker {
  readonly #picker = vscode.window.createQuickPick<RecordItem>();
  readonly #search: RecordSearch;
  /** Where the user was. */
  readonly #selections: readonly vscode.Selection[];
  readonly #view: vscode.Range | undefined;
  readonly #start: number;
  readonly #subscriptions: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What of the search is shown. */
  #shown = '';
  /** What the user was shown of the editor last; undefined as long as nothing has been. */
  #previewed: vscode.Selection | undefined;

  constructor(
    readonly editor: vscode.TextEditor,
    readonly checked: Checked,
    readonly checks: Checks,
  ) {
    const { document, index } = checked;
    this.#search = new RecordSearch(index, mostShown);
    this.#selections = editor.selections;
    this.#view = editor.visibleRanges[0];
    this.#start = index.indexAt(editor.selection.active);
    const picker = this.#picker;
    picker.placeholder = 'Search by name, status, type, time or jobId';
    picker.matchOnDescription = true;
    picker.matchOnDetail = true;
    picker.keepScrollPosition = true;
    this.#subscriptions = vscode.Disposable.from(
      picker,
      picker.onDidChangeValue((value) => {
        this.#search.find(value);
        this.#goOn();
      }),
      picker.onDidChangeActive(([item]) => this.#preview(item)),
      picker.onDidAccept(() => this.#accept()),
      picker.onDidHide(() => this.#leave()),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document !== document || event.contentChanges.length === 0) return;
        this.#search.restart();
        this.#shown = '';
        this.#goOn();
      }),
      checks.onDidPause((paused) => paused === document && this.#goOn()),
      checks.onDidCheck((done) => {
        if (done !== document) return;
        if (checks.of(document)?.index === index) this.#goOn();
        else picker.hide();
      }),
    );
    this.#goOn();
    picker.show();
  }

  /** Searches for a slice of time, and gives way to the rest of the host before the next. */
  #goOn(): void {
    clearTimeout(this.#timer);
    const isDone = this.#search.step(performance.now() + slice);
    this.#picker.busy = !this.#search.isComplete;
    this.#show();
    if (!isDone) this.#timer = setTimeout(() => this.#goOn());
  }

  /** Shows what has been found, as soon as that is all or as much as is ever shown. */
  #show(): void {
    const { found, count, isComplete } = this.#search;
    if (!isComplete && found.length < mostShown) return;
    const shown = `${this.#picker.value}\n${found[0]} ${found.at(-1)} ${isComplete ? count : ''}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    const picker = this.#picker;
    const active = picker.activeItems[0]?.at ?? this.#start;
    const items = this.#items();
    picker.items = items;
    const again = picker.value === '' ? items.find(({ at }) => at === active) : undefined;
    if (again) picker.activeItems = [again];
  }

  #items(): RecordItem[] {
    const { found, count, isComplete } = this.#search;
    const { index, document } = this.checked;
    const iconOf = icons(document.uri, this.checked);
    const items: RecordItem[] = [];
    for (const at of found) {
      const record = recordIn(index, at);
      if (record) items.push(itemFor(record, iconOf(at)));
    }
    // VS Code sorts by how well a label fits: this one fits nothing, and stays the last.
    if (!isComplete) items.push({ label: '…', description: 'and more: type to narrow', alwaysShow: true });
    else if (count > found.length) {
      const more = (count - found.length).toLocaleString('en');
      items.push({ label: '…', description: `and ${more} more: type to narrow`, alwaysShow: true });
    }
    if (items.length > 0) return items;
    return [{ label: this.#picker.value.trim() ? 'No matching records' : 'The file has no records', alwaysShow: true }];
  }

  /** Shows a record in the editor; not the one at which the list opens, as long as the user has not moved. */
  #preview(item: RecordItem | undefined): void {
    const range = this.#rangeOf(item);
    if (!range || (!this.#previewed && this.#picker.value === '' && this.#isFirst(item))) return;
    this.#previewed = new vscode.Selection(range.end, range.start);
    this.editor.selection = this.#previewed;
    this.editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  #isFirst(item: RecordItem | undefined): boolean {
    const { found } = this.#search;
    return item?.at === (found.includes(this.#start) ? this.#start : found[0]);
  }

  /** Where the record of an item is now; undefined of one that is none, or that a check is yet to find. */
  #rangeOf(item: RecordItem | undefined): vscode.Range | undefined {
    const { index } = this.checked;
    if (item?.at === undefined || item.at >= index.certainCount) return undefined;
    return rangeOf(index.entryAt(item.at));
  }

  #accept(): void {
    const range = this.#rangeOf(this.#picker.activeItems[0]);
    if (!range) return;
    // From where the user was, so that Go Back leads there.
    this.#restore();
    this.#previewed = undefined;
    this.#picker.hide();
    void goTo(this.editor, range.start);
  }

  /** Who clicks into the editor has left the list too, and stays there. */
  #leave(): void {
    clearTimeout(this.#timer);
    if (this.#previewed?.isEqual(this.editor.selection)) this.#restore();
    this.#subscriptions.dispose();
  }

  #restore(): void {
    if (!this.#previewed) return;
    this.editor.selections = this.#selections;
    if (this.#view) this.editor.revealRange(this.#view, vscode.TextEditorRevealType.AtTop);
  }
}

async function goTo(editor: vscode.TextEditor, place: vscode.Position): Promise<void> {
  const range = new vscode.Range(place, place);
  const { document, viewColumn } = editor;
  const isAlone = vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputText;
  if (isAlone && viewColumn) await vscode.window.showTextDocument(document, { selection: range, viewColumn });
  else {
    // In a diff the document would be opened a second time.
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

function itemFor({ at, title, summary }: ListedRecord, iconPath: vscode.ThemeIcon): RecordItem {
  const { status, type, time, jobId } = summary;
  return {
    at,
    label: withoutIcons(title),
    description: withoutIcons([status, type, time].filter(Boolean).join(' · ')),
    ...(jobId && { detail: withoutIcons(jobId) }),
    iconPath,
    alwaysShow: true,
  };
}

/** VS Code makes an icon of `$(name)` in the texts of a list. */
function withoutIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}

/** Says of a record what the worst problem in it is, where that is an error or a warning; else just that it is one. */
function icons(uri: vscode.Uri, { index }: Checked): (at: number) => vscode.ThemeIcon {
  const severityOf = severityIn(uri);
  return (at) => {
    const severities = new Set(index.findingsOf(at).map(({ finding }) => severityOf(finding)));
    const worst = (['error', 'warning'] as const).find((severity) => severities.has(severity));
    return new vscode.ThemeIcon(worst ?? 'symbol-module');
  };
}
