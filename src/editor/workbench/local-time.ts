import * as vscode from 'vscode';
import { zoneNameOf } from '../../record/times/zone-name.ts';

/** A time as the user writes it, in the zone of the user; with the name of the zone where the clock shows it twice. */
export function localTime(time: Date): string {
  // Made once: it takes longer than to format thousands of times.
  format ??= new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
  const zone = zoneNameOf(time, vscode.env.language);
  return zone ? `${format.format(time)} ${zone}` : format.format(time);
}

let format: Intl.DateTimeFormat | undefined;
