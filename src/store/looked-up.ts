import { daysOf, familyOf, type Incident } from '../record/index.js';
import { plain } from './plain.js';
import type { LookedUp } from './tables.js';

/** What an incident, or the values of a joined one that are shown, is looked up by. */
export function lookedUp(
  kind: string,
  core: boolean,
  when: Pick<NonNullable<Incident['when']>, 'edtf'> | undefined,
  where: Pick<NonNullable<Incident['where']>, 'country' | 'lat' | 'lon'> | undefined,
): LookedUp {
  const days = when && daysOf(when.edtf);
  return {
    kind,
    family: familyOf(kind),
    core,
    first_day: days?.first ?? null,
    last_day: days?.last ?? null,
    countries: [where?.country ?? []].flat().map(plain),
    lat: where?.lat ?? null,
    lon: where?.lon ?? null,
  };
}
