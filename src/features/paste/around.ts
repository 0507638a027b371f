import { type LeftOut, maxQuoted } from './left-out.ts';

/*
 * Text around records on a clipboard that says nothing about them: the prompt of a console with its command, and the
 * headers of an HTTP response. Other text around them is left out, and named.
 */

const command = '(?:[^\\r\\n]*[\\\\`|][^\\S\\r\\n]*\\r?\\n)*[^\\r\\n]*';
const beforeCommand = '(?=[ \\r\\n]|$)';
const prompts = [
  'PS(?: (?:[A-Za-z]\\w*:\\\\|Microsoft\\.|[~/\\\\])[^\\r\\n>]{0,300})?>',
  '[A-Z]:\\\\[^\\r\\n>]{0,300}>',
  `[\\w.-]{1,60}@[\\w.-]{1,60}(?:[: ][~/A-Za-z][^\\s$#%]{0,300}|:)? ?[$#%]${beforeCommand}`,
  `\\[[\\w.-]{1,60}@[^\\]\\r\\n]{1,300}\\][$#]${beforeCommand}`,
  `[$❯➜]${beforeCommand}`,
];

/** The prompt of PowerShell, cmd or a Unix shell, and its command, which may go on after a backslash. */
export const promptWithCommand = new RegExp(`(?:\\([\\w.-]{1,60}\\) )?(?:${prompts.join('|')})${command}`, 'y');

const piece = /[\s,]+|(\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$))|[^\r\n]+/y;
const blankLine = /\n\s*\n|\r\s*\r/;
const statusLine = /^HTTP\/[\d.]+ \d{3}(?: |$)/;
const header = /^[\w-]+:(?: |$)/;
const certainHeader = /^(?:content-[a-z]+|cache-control|etag|x-[\w-]+): /im;

/** Notes the text around JSON, or between its values. */
export function leftAroundJson(text: string, start: number, end: number): LeftOut[] {
  const leftOut: LeftOut[] = [];
  let isInHeaders = certainHeader.test(text.slice(start, Math.min(end, start + 2_000)));
  for (let at = start; at < end; ) {
    const prompt = matchAt(promptWithCommand, text, at);
    const [all = '', comment] = prompt ? [prompt[0]] : (matchAt(piece, text, at) ?? []);
    const written = text.slice(at, Math.min(end, at + all.length)).trimEnd();
    isInHeaders = blankLine.test(all) ? false : isInHeaders || statusLine.test(written);
    const isKnown = prompt || /^[\s,]*$/.test(written) || (isInHeaders && isHeader(written));
    if (!isKnown)
      leftOut.push({ offset: at, why: comment ? 'comment' : 'other text', what: written.slice(0, maxQuoted) });
    at += Math.max(1, all.length);
  }
  return leftOut;
}

function isHeader(line: string): boolean {
  return statusLine.test(line) || header.test(line);
}

/** Notes the lines of a part of a text that are neither blank nor a prompt. */
export function leftLines(text: string, start: number, end: number): LeftOut[] {
  const leftOut: LeftOut[] = [];
  for (let at = start; at < end; ) {
    const [skipped] = matchAt(/\s+/y, text, at) ?? matchAt(promptWithCommand, text, at) ?? [];
    const [line = ''] = skipped ? [] : (matchAt(/[^\r\n]+/y, text, at) ?? []);
    const written = line.slice(0, end - at).trimEnd();
    if (written !== '') leftOut.push({ offset: at, why: 'other text', what: written.slice(0, maxQuoted) });
    at += Math.max(1, (skipped ?? line).length);
  }
  return leftOut;
}

/** The match of a pattern, with the flag `y`, at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
