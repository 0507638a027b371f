const hours = 3_600_000;

/**
 * The name of the zone that a time of the reader is in, where the clock shows that time twice: when it is put back, by an
 * hour or, on Lord Howe Island, by half an hour.
 * @param language in which the zone is named
 * @returns undefined where the time alone says which instant it is
 */
export function zoneNameOf(time: Date, language: string): string | undefined {
  const offset = time.getTimezoneOffset();
  const isTwice = [-3, 3].some((distance) => {
    const other = new Date(time.getTime() + distance * hours).getTimezoneOffset();
    const sameOnClock = new Date(time.getTime() + (other - offset) * 60_000);
    return other !== offset && sameOnClock.getTimezoneOffset() === other;
  });
  if (!isTwice) return undefined;
  const parts = new Intl.DateTimeFormat(language, { timeZoneName: 'short' }).formatToParts(time);
  return parts.find(({ type }) => type === 'timeZoneName')?.value;
}
