import * as vscode from 'vscode';
import { type ComparedRecord, comparable, comparedRecord, pairLists } from '../features/compare.ts';
import { isOurName } from '../files/file-names.ts';
import { RecordIndex } from '../index/record-index.ts';
import { cursorAt, recordsOf } from '../index/records.ts';
import { valueAt } from '../json/node.ts';
import type { Range } from '../json/position.ts';
import { quote } from '../model/words.ts';
import { parse } from '../record/parse/parse.ts';
import { sourceOf } from './convert.ts';
import { findFiles } from './folder-check/search.ts';
import type { Checked, Checks } from './problems/checks.ts';
import { RecordPicker } from './records/record-picker.ts';
import { selectedRecords } from './records/selected-records.ts';
import { allowedIn } from './settings/settings.ts';
import { formatOfDocument } from './workbench/languages.ts';
import { showInformation } from './workbench/messages.ts';
import { inSlicesWithCancel } from './workbench/progress.ts';
import { sliceMs } from './workbench/scheduling.ts';
import { nameOf } from './workbench/uris.ts';

/** The scheme of the texts that are compared. They are read-only, so they are not checked. */
const scheme = 'backup-response-compare';

const titleOfFiles = 'Compare Files by Record';

/** Opens VS Code's diff editor on records, ignoring their order, the order of their properties, and their time zones. */
export class Comparisons implements vscode.Disposable {
  /** The texts by the path of their URI, until their editor is closed. */
  readonly #texts = new Map<string, string>();
  #count = 0;
  readonly #subscriptions = vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: ({ path }) => this.#texts.get(path),
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === scheme && this.#texts.delete(uri.path)),
  );

  constructor(readonly checks: Checks) {}

  /** The command Compare with Record…: the record at the cursor with one that the user picks, of any open file. */
  async compareRecords(): Promise<void> {
    const selected = await selectedRecords(this.checks);
    if (!selected) return;
    const { checked, ranges } = selected;
    const { source } = checked.index;
    const [own, other] = ranges.map((range) => source.getText(range));
    const second = other ?? (await this.#pickOther(checked, ranges[0]));
    if (own === undefined || second === undefined) return;
    await this.#show([titleOf(own), `${comparable(own)}\n`], [titleOf(second), `${comparable(second)}\n`]);
  }

  /** The text of a record of any open file, except the given one. */
  async #pickOther(checked: Checked, own: Range | undefined): Promise<string | undefined> {
    const picker = new RecordPicker(this.checks, [checked, ...this.#others(checked)], {
      title: 'Compare with Record',
      empty: 'No other record is open',
      ...(own && { except: cursorAt(checked.index, own.start).position }),
    });
    const { list } = picker;
    const text = await new Promise<string | undefined>((resolve) => {
      list.onDidAccept(() => {
        const [item] = list.activeItems;
        const range = picker.rangeOf(item);
        if (item?.record && range) resolve(item.checked.index.source.getText(range));
      });
      list.onDidHide(() => resolve(undefined));
      picker.show();
    });
    picker.dispose();
    return text;
  }

  /** The command Compare Files by Record…: the file in the editor with another. */
  async compareFiles(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const checked = editor && (await this.checks.current(editor.document));
    if (!checked) {
      void showInformation('Open a file with backup records first.');
      return;
    }
    const other = await this.#pickFile(checked);
    if (!other) return;
    const own = await recordsIn(checked);
    const others = own && (await recordsIn(other));
    if (!others) return;
    const [first, second] = pairLists(own, others);
    await this.#show([nameOf(checked.document.uri), first], [nameOf(other.document.uri), second]);
  }

  async #pickFile(checked: Checked): Promise<ComparedFile | undefined> {
    const search = new vscode.CancellationTokenSource();
    const placeHolder = `Select the file to compare with ${quote(nameOf(checked.document.uri))}`;
    const picked = await vscode.window.showQuickPick(this.#filesBeside(checked, search.token), {
      title: titleOfFiles,
      placeHolder,
      matchOnDescription: true,
    });
    search.cancel();
    if (!picked) return undefined;
    const chosen =
      picked.uri ?? (await vscode.window.showOpenDialog({ title: titleOfFiles, openLabel: 'Compare' }))?.[0];
    if (!chosen) return undefined;
    const document = await vscode.workspace.openTextDocument(chosen);
    const index = new RecordIndex(sourceOf(document), formatOfDocument(document), { allowed: allowedIn(document.uri) });
    return { document, index };
  }

  /** The open files with records, then the other files of the workspace, first those that are ours by their name. */
  async #filesBeside(checked: Checked, token: vscode.CancellationToken): Promise<FileItem[]> {
    const open = this.#others(checked).map(({ document }) => document.uri);
    const folders = vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
    const found = await findFiles(folders, token);
    const named = found.filter(({ path }) => isOurName(path));
    const uris = new Map([...open, ...named, ...found].map((uri) => [uri.toString(), uri]));
    uris.delete(checked.document.uri.toString());
    const files = [...uris.values()].map((uri) => {
      const label = nameOf(uri);
      return { label, description: vscode.workspace.asRelativePath(uri).slice(0, -label.length), uri };
    });
    return [...files, { label: 'Browse…' }];
  }

  /** The checked documents of the other tabs. */
  #others({ document }: Checked): Checked[] {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const uris = new Set(tabs.map(({ input }) => (input instanceof vscode.TabInputText ? input.uri.toString() : '')));
    return vscode.workspace.textDocuments
      .filter((one) => one !== document && uris.has(one.uri.toString()))
      .flatMap((one) => this.checks.of(one) ?? [])
      .filter(({ index }) => index.isSettled);
  }

  async #show(left: readonly [title: string, text: string], right: readonly [string, string]): Promise<void> {
    const [from, to] = [left, right].map(([title, text]) => {
      const path = `/${++this.#count}/${title.replaceAll('/', ' ').replace(/\.json$/, '')}.json`;
      this.#texts.set(path, text);
      return vscode.Uri.from({ scheme, path });
    });
    await vscode.commands.executeCommand('vscode.diff', from, to, `${left[0]} ↔ ${right[0]}`);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

interface FileItem extends vscode.QuickPickItem {
  /** Undefined to look for a file elsewhere. */
  readonly uri?: vscode.Uri;
}

type ComparedFile = Pick<Checked, 'document' | 'index'>;

/** Checks a file if that is not done, and reads its records. @returns undefined if the user cancels, or the file changes */
function recordsIn({ document, index }: ComparedFile): Promise<ComparedRecord[] | undefined> {
  return inSlicesWithCancel(document, comparedRecords(index), sliceMs.compare, titleOfFiles);
}

function* comparedRecords(index: RecordIndex): Generator<readonly ComparedRecord[]> {
  while (!index.step(performance.now() + sliceMs.check)) yield [];
  for (const { range, summary } of recordsOf(index)) yield [comparedRecord(summary.jobId, index.source.getText(range))];
}

/** The name of a record, or its id. */
function titleOf(text: string): string {
  const root = parse(text);
  const values = ['name', 'jobId'].map((name) => root && valueAt(root, name)?.value);
  return values.find((value): value is string => typeof value === 'string' && value.trim() !== '') ?? 'Record';
}
