import { table } from '../markdown.ts';
import { median, percentile } from '../statistics.ts';
import type { Measured, Plan } from './protocol.ts';

/** The results of a run of VS Code: those of the host, and the page's frames while it typed, in milliseconds. */
export interface HostRun {
  readonly host: 'node' | 'web';
  readonly measured: readonly Measured[];
  readonly frames: Readonly<Record<string, readonly number[]>>;
}

const hosts = { node: 'Node extension host', web: 'web worker extension host' } as const;

/** The tables of a run, as Markdown. */
export function report(plan: Plan, { host, measured, frames }: HostRun): string {
  const of = ({ name }: { readonly name: string }) => measured.find((one) => one.name === name);
  const findings = plan.files.map((file) => {
    const { opening, edits = [], applied = [], own = [] } = of(file) ?? {};
    return [file.title, opening, median(edits), percentile(edits, 100), median(applied), edits.length, median(own)];
  });
  const typing = plan.files.map((file) => {
    const times = frames[file.name] ?? [];
    return [
      file.title,
      median(times),
      percentile(times, 95),
      percentile(times, 100),
      times.filter((frame) => frame > 50).length,
      times.length,
    ];
  });
  const findingsHead = [
    '',
    'opening to findings, ms',
    'edit to findings, ms',
    'longest, ms',
    'edit to applied, ms',
    'edits',
    'edit to VS Code’s own JSON support, ms',
  ];
  const typingHead = ['typing', 'median frame, ms', 'p95, ms', 'longest, ms', 'above 50 ms', 'frames'];
  return `**${hosts[host]}**\n\n${table(findingsHead, findings)}\n\n${table(typingHead, typing)}`;
}
