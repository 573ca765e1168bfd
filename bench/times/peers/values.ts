const DAY = 86_400_000;

export const pad = (number: number, width = 2) => String(number).padStart(width, '0');

/** A year as TIMEX3 has it: "0490", and "BC0490" for -490. */
export const yearValue = (year: number) => (year < 0 ? `BC${pad(-year, 4)}` : pad(year, 4));

/** Noon of a day (YYYY-MM-DD) in UTC. */
export const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);

export const dayValue = (date: Date) => date.toISOString().slice(0, 10);

/** The ISO week that a day is in: "2009-W51". */
export function weekValue(date: Date): string {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = 1 + Math.floor((thursday.getTime() - first) / (7 * DAY));
  return `${thursday.getUTCFullYear()}-W${pad(week)}`;
}

/** The last such day not after another: a weekday goes back by weeks, a day of the year by years. */
export function notAfter(date: Date, limit: Date, by: 'week' | 'year'): Date {
  const back = new Date(date);
  while (back.getTime() >= limit.getTime() + DAY / 2) {
    if (by === 'week') back.setUTCDate(back.getUTCDate() - 7);
    else back.setUTCFullYear(back.getUTCFullYear() - 1);
  }
  return back;
}

/** "MO" for "morning": how TIMEX3 writes a part of the day. */
export function partOfDay(words: string): string | undefined {
  const [name] = /morning|afternoon|evening|night/i.exec(words) ?? [];
  return name && { morning: 'MO', afternoon: 'AF', evening: 'EV', night: 'NI' }[name.toLowerCase()];
}

/** The unit of "two years ago", which readers work out to the day and TIMEX3 to the unit. */
export function unitAgo(words: string): string | undefined {
  return /\b(year|month|week)s? (?:ago|earlier|later|before)$/i.exec(words)?.[1]?.toLowerCase();
}
