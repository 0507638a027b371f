import * as vscode from 'vscode';
import { parseDateTime } from '../record/date-time.ts';

/** A time as the user writes it, in the zone of the user; a text that is no time stays as it is. */
export function localTime(text: string): string {
  const instant = parseDateTime(text);
  return instant ? dateTimeFormat().format(instant.minute * 60_000 + instant.second * 1000) : text;
}

let format: Intl.DateTimeFormat | undefined;

/** Made once: it takes longer than to format thousands of times. */
function dateTimeFormat(): Intl.DateTimeFormat {
  format ??= new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
  return format;
}
