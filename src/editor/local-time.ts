import * as vscode from 'vscode';

/** A time as the user writes it, in the zone of the user. */
export function localTime(time: Date): string {
  // Made once: it takes longer than to format thousands of times.
  format ??= new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
  return format.format(time);
}

let format: Intl.DateTimeFormat | undefined;
