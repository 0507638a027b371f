/** The files of data that a run is limited to, from the root of the repository: scripts/test-unit.ts sets them. */
const chosen = new Set(process.env.BACKUP_RESPONSE_DATA?.split('\n').filter(Boolean));

/** Whether a run includes the tests of a file of data, such as `test/rules/enum.ts`: it does unless it names others. */
export function isChosen(file: string): boolean {
  return chosen.size === 0 || chosen.has(file);
}
