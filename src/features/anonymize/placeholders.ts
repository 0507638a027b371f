/** How a placeholder of each kind is written. */
const written = {
  tenant: (count: number) => `tenant-${count}`,
  requester: (count: number) => `requester-${count}`,
  backup: (count: number) => `Backup ${count}`,
  job: (count: number) => `job-${count}`,
  uuid: (count: number) => `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`,
  object: (count: number) => `Object ${count}`,
  id: (count: number) => `id-${count}`,
  path: (count: number) => `path-${count}`,
  text: (count: number) => `text-${count}`,
  integer: (count: number) => `${count}`,
  fraction: (count: number) => `${count}.5`,
} as const;

export type PlaceholderKind = keyof typeof written;

/** Placeholders for the originals of one or more records: the same original has the same placeholder. */
export class Placeholders {
  readonly #given = new Map<PlaceholderKind, Map<string, string>>();

  of(kind: PlaceholderKind, original: string): string {
    const given = this.#given.get(kind) ?? new Map<string, string>();
    this.#given.set(kind, given);
    const placeholder = given.get(original) ?? written[kind](given.size + 1);
    given.set(original, placeholder);
    return placeholder;
  }
}
