/*
 * The code that reads records from a text of another form, for a paste or the light bulb. The engine loads it on demand.
 */

export { keepRecords } from './keep-records.ts';
export { pasteAsRecord, pasteEdits } from './paste.ts';
