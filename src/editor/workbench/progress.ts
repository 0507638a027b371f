import * as vscode from 'vscode';
import { showInformation } from './messages.ts';
import { Debouncer, progressDelayMs, TimeSlice } from './scheduling.ts';
import { nameOf } from './uris.ts';

/**
 * Runs work on a document step by step, in slices of time. It stops when the document changes or the user cancels.
 * @param steps each takes a few milliseconds at most; none is taken after the document has changed
 * @returns the results of all steps; undefined if it was stopped
 */
export async function inSlices<T>(
  document: vscode.TextDocument,
  steps: Iterable<readonly T[]>,
  lengthMs: number,
  token?: vscode.CancellationToken,
): Promise<T[] | undefined> {
  const { version } = document;
  const slice = new TimeSlice(lengthMs);
  const results: T[] = [];
  for (const step of steps) {
    for (const result of step) results.push(result);
    if ((await slice.next()) && (document.version !== version || token?.isCancellationRequested)) return undefined;
  }
  return results;
}

/**
 * The same for a user who waits for it: with a notification to cancel it, and a message if the document has changed.
 * @param title of the notification
 */
export function inSlicesWithCancel<T>(
  document: vscode.TextDocument,
  steps: Iterable<readonly T[]>,
  lengthMs: number,
  title: string,
): Promise<T[] | undefined> {
  return withCancel(title, async (token) => {
    const results = await inSlices(document, steps, lengthMs, token);
    if (!results && !token.isCancellationRequested)
      void showInformation(`"${nameOf(document.uri)}" has changed meanwhile. Try again.`);
    return results;
  });
}

/** Does work that the user can cancel in a notification, which is shown if it takes longer than a moment. */
async function withCancel<T>(title: string, work: (token: vscode.CancellationToken) => Promise<T>): Promise<T> {
  const cancellation = new vscode.CancellationTokenSource();
  const result = work(cancellation.token);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const showing = new Debouncer();
  const show = () =>
    vscode.window.withProgress(options, (_progress, token) => {
      token.onCancellationRequested(() => cancellation.cancel());
      return result;
    });
  showing.schedule(show, progressDelayMs);
  try {
    return await result;
  } finally {
    showing.dispose();
    cancellation.dispose();
  }
}
