import * as vscode from 'vscode';
import { RecordSearch } from '../../features/record-search.ts';
import { type ListedRecord, recordIn } from '../../index/records.ts';
import type { Checked } from '../problems/checks.ts';
import { Debouncer, sliceMs } from '../workbench/scheduling.ts';
import { nameOf } from '../workbench/uris.ts';
import { type RecordItem, RecordItems } from './record-items.ts';

/** A record of one of several documents. */
export interface PickedRecord {
  readonly checked: Checked;
  readonly record: ListedRecord;
}

interface Item extends RecordItem {
  readonly choice?: PickedRecord;
}

/** How many records of a document are listed. */
const maxShown = 100;

/**
 * Lets the user pick a record of several documents, in a list that is searched as in Go to Record.
 * @param isOffered leaves records out
 * @returns undefined if the user cancels
 */
export function pickRecord(
  documents: readonly Checked[],
  title: string,
  isOffered: (picked: PickedRecord) => boolean,
): Promise<PickedRecord | undefined> {
  const picker = vscode.window.createQuickPick<Item>();
  const scheduled = new Debouncer();
  const searches = documents.map((checked) => {
    const items = new RecordItems(checked);
    return { checked, items, search: new RecordSearch(checked.index, maxShown, items.description) };
  });
  const show = (): void => {
    picker.items = searches.flatMap(({ checked, items, search }): Item[] => {
      const listed = search.found.flatMap((ref): Item[] => {
        const record = recordIn(checked.index, ref);
        const picked = record && { checked, record };
        return picked && isOffered(picked) ? [{ ...items.itemFor(record), choice: picked }] : [];
      });
      const header = { label: nameOf(checked.document.uri), kind: vscode.QuickPickItemKind.Separator };
      return listed.length > 0 ? [header, ...listed] : [];
    });
    if (picker.items.length === 0)
      picker.items = [{ label: 'No other record is open, or none matches', alwaysShow: true }];
  };
  const work = (): void => {
    const deadline = performance.now() + sliceMs.recordSearch;
    const isDone = searches.map(({ search }) => search.step(deadline)).every(Boolean);
    picker.busy = !isDone;
    if (isDone) show();
    else scheduled.schedule(work, 0);
  };
  picker.title = title;
  picker.placeholder = 'Search by name, status, type, time or jobId';
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  return new Promise((resolve) => {
    const listeners = vscode.Disposable.from(
      picker,
      scheduled,
      picker.onDidChangeValue((value) => {
        for (const { search } of searches) search.find(value);
        work();
      }),
      picker.onDidAccept(() => {
        resolve(picker.activeItems[0]?.choice);
        picker.hide();
      }),
      picker.onDidHide(() => {
        resolve(undefined);
        listeners.dispose();
      }),
    );
    work();
    picker.show();
  });
}
