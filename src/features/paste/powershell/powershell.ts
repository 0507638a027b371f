import { distinctiveNames } from '../../../model/distinctive-names.ts';
import { isKnown } from '../../../record/recognize.ts';
import { isRecord } from '../json-records.ts';
import { itemsOf, propertiesOf, withSchemaNames } from '../json-values.ts';
import { found, nothingFound, type Reading } from '../reading.ts';
import { readCall } from './powershell-call.ts';
import { anyResponseCall, optionsCall, PowerShellText, responseCall } from './powershell-text.ts';
import { readPipeline, skipRestOfPipeline } from './powershell-values.ts';

const prompt =
  />>[^\S\r\n]*|(?:\([\w.-]{1,60}\) )?PS(?: (?:[A-Za-z]\w*:\\|Microsoft\.|[~/\\])[^\r\n>]{0,300})?>[^\S\r\n]*/y;
const assignment = /\$(?:(?:script|global|local|private):)?(\w+)[^\S\r\n]*=(?!=)/iy;
const valueStart = /@[({]|[[(]|\$[\w{]/y;

/** Whether a text has a call in it that makes a record. */
export function hasPowerShellCall(text: string): boolean {
  return anyResponseCall.test(text);
}

/**
 * Reads the records that a PowerShell script makes: each call of `Initialize-BackupResponse`, or, if there is none, each
 * hashtable that holds a record. The script is not run, so other commands have neither effect nor result.
 */
export function readPowerShell(text: string): Reading {
  const source = new PowerShellText(text, readCall);
  for (source.skipLines(); !source.isAtEnd; source.skipLines()) {
    readStatement(source);
    if (source.problem) return { problem: source.problem };
  }
  const hasCalls = source.records.length > 0;
  const made = hasCalls ? source.records : source.made.map(({ json }) => json).filter(hasKnownName);
  if (made.length === 0) return { problem: source.passedOver ?? { offset: 0, message: nothingFound } };
  leaveUnused(source, new Set(made));
  const records = made.map(withSchemaNames);
  return found('PowerShell', records, source.leftOut, source.isSure && (hasCalls || records.every(isRecord)));
}

/** A text with such a name is about a record, although it cannot be read. */
const distinctive = new RegExp(`\\b(?:${distinctiveNames.join('|')})\\b`, 'i');

function hasKnownName(json: string): boolean {
  return propertiesOf(json)?.some(([name]) => isKnown(name)) === true;
}

/** Notes each statement whose value is neither a record, nor a list of records, nor a part of another value. */
function leaveUnused(source: PowerShellText, records: ReadonlySet<string>): void {
  for (const { json, isUsed, offset, end } of source.made) {
    if (!isUsed && !records.has(json) && !itemsOf(json)?.every((item) => records.has(item)))
      source.leaveText(offset, end);
  }
}

function readStatement(source: PowerShellText): void {
  source.take(prompt);
  const start = source.at;
  const [, name] = source.take(assignment) ?? [];
  if (name) source.skipLines();
  const json = name || isAtValue(source) ? readPipeline(source) : undefined;
  if (json === undefined) {
    failUnlessHarmless(source, start, name);
    return;
  }
  skipRestOfPipeline(source);
  const made = { json, offset: start, end: source.at, isUsed: false };
  source.made.push(made);
  if (name) source.assign(name, made);
  finishStatement(source);
}

function isAtValue(source: PowerShellText): boolean {
  return source.sees(responseCall) || source.sees(optionsCall) || source.sees(valueStart);
}

/** Keeps the problem of a statement only if it makes a record. Otherwise it is reported where the variable is used. */
function failUnlessHarmless(source: PowerShellText, start: number, name: string | undefined): void {
  const { problem } = source;
  if (problem && anyResponseCall.test(source.text.slice(start, source.at))) return;
  source.problem = undefined;
  if (name && problem) source.assign(name, { problem });
  if (distinctive.test(source.text.slice(start, source.at))) source.passedOver ??= problem;
  skipUnknown(source, start);
}

const unknownToken = /[\w.-]+|[^\S\r\n]+(?:#[^\r\n]*)?|'[^'\r\n]*'|"[^"\r\n]*"|[^\r\n]/y;

/** Moves to the end of a statement that has been read, or to a call after it. Other text there is left out. */
function finishStatement(source: PowerShellText): void {
  source.skipBlanks();
  if (!source.take(/;|#[^\r\n]*/y)) skipUnknown(source, source.at);
}

/**
 * Moves to the end of the line, or to a call on it that makes a record.
 * @param start of the text that is not read, and left out
 */
function skipUnknown(source: PowerShellText, start: number): void {
  while (!source.sees(responseCall) && source.take(unknownToken));
  source.leaveText(start);
}
