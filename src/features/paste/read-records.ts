import { leftLines } from './around.ts';
import { readFormatList, refuseTable } from './format-list.ts';
import { readJson } from './json-records.ts';
import type { LeftOut } from './left-out.ts';
import { hasPowerShellCall, readPowerShell } from './powershell/powershell.ts';
import { maybePython, readPython } from './python/python.ts';
import { found, nothingFound, type Reading } from './reading.ts';

/**
 * Turns the content of a clipboard into records: JSON and JSON Lines, with HTTP headers, an envelope or a console
 * around them; calls of the PowerShell SDK; the output of `Format-List`; the output of Python; any of these in a Markdown
 * code fence. It runs nothing: a variable without a value in the text is a problem.
 * @returns the records, each as JSON text; or why there are none, and where
 */
export function readRecords(text: string): Reading {
  return readFences(text) ?? readForm(text);
}

const bracketOfJson = /^[\s\ufeff]*[{[]/;

function readForm(text: string): Reading {
  const startsAsJson = bracketOfJson.test(text) && !maybePython(text);
  const json = startsAsJson ? readJson(text) : undefined;
  return json ?? readProgram(text);
}

/**
 * Reads a text that does not start as JSON. A program is often followed by its output, which counts if the program
 * itself cannot be read.
 */
function readProgram(text: string): Reading {
  const program = hasPowerShellCall(text) ? readPowerShell(text) : maybePython(text) ? readPython(text) : undefined;
  if (program && 'records' in program) return program;
  const json = readJson(text);
  if (json && 'records' in json) return json;
  const list = readFormatList(text);
  if (list) return list;
  if (program && !isNothing(program)) return program;
  return json ?? refuseTable(text) ?? readObjects(text);
}

/** Reads hashtables of PowerShell, the last form that a text may have. */
function readObjects(text: string): Reading {
  if (text.includes('@{')) return readPowerShell(text);
  return { problem: { offset: Math.max(0, text.search(/\S/)), message: nothingFound } };
}

const fence = /^([^\S\r\n]*(?:`{3,}|~{3,}))[^`~\r\n]*\r?\n([\s\S]*?)(?:^\1|(?![\s\S]))/gm;

/**
 * Reads the records in code fences. Those in the form of the first count: its output often follows a program.
 * @returns undefined if the text has no code fence
 */
function readFences(text: string): Reading | undefined {
  const fences = [...text.matchAll(fence)].map(({ index, 0: all, 2: content = '' }) => {
    const start = index + all.indexOf('\n') + 1;
    return { index, start, content, end: index + all.length, reading: moved(readForm(content), start) };
  });
  const first = fences.find(({ reading }) => !isNothing(reading))?.reading ?? fences[0]?.reading;
  if (!first || 'problem' in first) return first;
  const records: string[] = [];
  const leftOut: LeftOut[] = [];
  let isSure = true;
  let at = 0;
  for (const { index, start, content, end, reading } of fences) {
    const isRead = 'records' in reading && reading.form === first.form;
    for (const json of isRead ? reading.records : []) records.push(json);
    const inside = isRead ? reading.leftOut : leftLines(text, start, start + content.length);
    for (const one of [...leftLines(text, at, index), ...inside]) leftOut.push(one);
    isSure &&= isRead && (reading.isCertain || reading.leftOut.length > 0);
    // The line that closes a fence has only the fence.
    at = end;
    while (at < text.length && '`~'.includes(text.charAt(at))) at++;
  }
  return found(first.form, records, [...leftOut, ...leftLines(text, at, text.length)], isSure);
}

function moved(reading: Reading, by: number): Reading {
  if ('records' in reading) {
    return { ...reading, leftOut: reading.leftOut.map((one) => ({ ...one, offset: one.offset + by })) };
  }
  const { offset, message } = reading.problem;
  return { problem: { offset: offset + by, message } };
}

function isNothing(reading: Reading): boolean {
  return 'problem' in reading && reading.problem.message === nothingFound;
}
