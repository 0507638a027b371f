/*
 * What the engine loads when records are to be read from a text of another form: for a paste, or for the light bulb.
 */

export { keepRecords } from './keep-records.ts';
export { pasteAsRecord, pasteEdits } from './paste.ts';
