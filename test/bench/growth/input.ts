import { encode } from '../../../src/files/encoding.ts';

/** A file as a shape makes it. Its name says in which format it is read. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Makes an input of so many units: records, properties, items, lines or files. */
export type Shape = (count: number) => readonly InputFile[];

/** A shape of one file. @param write its text, or its bytes if they are not UTF-8 */
export function file(name: string, write: (count: number) => string | Uint8Array): Shape {
  return (count) => [fileOf(name, write(count))];
}

export function fileOf(name: string, content: string | Uint8Array): InputFile {
  return { name, bytes: typeof content === 'string' ? encode(content, 'utf-8') : content };
}

/** So many texts, one after the other. */
export function repeat(count: number, unit: (at: number) => string, separator = ''): string {
  return Array.from({ length: count }, (_, at) => unit(at)).join(separator);
}

/** A `jobId` of its own for each number. */
export function jobId(at: number): string {
  return `${at.toString(16).padStart(8, '0')}-48ca-439a-868f-2160001da8c1`;
}

/** A record on one line, with a few mistakes or without. @param more properties to add to it, or to write instead */
export function record(at: number, more: object = {}): string {
  return JSON.stringify({
    jobId: jobId(at),
    status: 'COMPLETE',
    type: 'BACKUP',
    tenant: 'acme-solar',
    fileExists: true,
    created: '2024-03-05T08:00:00Z',
    ...more,
  });
}

export function faulty(at: number): string {
  return record(at, { status: 'COMPLETED', fileExists: 'true', completed: null, comment: '' });
}

/** One record with something long in it. @param properties as JSON, without braces */
export function recordWith(properties: string): string {
  return `${record(0).slice(0, -1)},${properties}}`;
}
