// Civil dates without the machine's clock or locale: the proleptic Gregorian calendar, UTC.

/** A moment as people write it. */
export interface Civil {
  readonly year: number;
  /** 1 … 12 */
  readonly month: number;
  /** 1 … 31 */
  readonly day: number;
  /** 0 = Sunday */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly micro: number;
}

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
export const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

const DAY = 86_400;

/** Days since 1970-01-01. A year begins in March here, so that the leap day is its last. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Seconds since 1970-01-01 00:00:00 UTC. */
export function epochSeconds(civil: Omit<Civil, 'weekday' | 'micro'>): number {
  return daysFromCivil(civil.year, civil.month, civil.day) * DAY + civil.hour * 3600 + civil.minute * 60 + civil.second;
}

/** The moment `micros` after 1970-01-01 00:00:00 UTC. */
export function civil(micros: number): Civil {
  const seconds = Math.floor(micros / 1_000_000);
  const days = Math.floor(seconds / DAY);
  const clock = seconds - days * DAY;
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
    weekday: (((days + 4) % 7) + 7) % 7,
    hour: Math.floor(clock / 3600),
    minute: Math.floor(clock / 60) % 60,
    second: clock % 60,
    micro: micros - seconds * 1_000_000,
  };
}

/** `2026-03-01T10:00:00Z` to microseconds since 1970; undefined when it is no such date. */
export function parseIsoUtc(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const value = epochSeconds({ year, month, day, hour, minute, second }) * 1_000_000;
  const back = civil(value);
  return back.month === month && back.day === day && back.hour === hour && second < 60 ? value : undefined;
}
