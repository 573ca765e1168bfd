import { daysOverlap, isoDay } from '../../record/index.js';
import type { Profile } from '../profile.js';
import type { Sign } from './sign.js';

/** A distance in days on a scale where each doubling counts the same. */
const steps = (days: number) => Math.log2(1 + Math.min(days, 1000));

/** Signs of time: the days that are told, and where none are told the days of publication. */
export function timeSigns(a: Profile, b: Profile): Sign[] {
  return [...toldSigns(a, b), ...publicationSigns(a, b), ...orderSigns(a, b), ...orderSigns(b, a)];
}

function toldSigns({ days: a }: Profile, { days: b }: Profile): Sign[] {
  if (!a || !b) return [];
  if (daysOverlap(a, b)) {
    const isFine = a.last - a.first <= 1 && b.last - b.first <= 1;
    const day = isoDay(Math.max(a.first, b.first));
    return isFine
      ? [{ name: 'same-day', value: 1, says: `the same day (${day})` }]
      : [{ name: 'times-overlap', value: 1, says: 'times that overlap' }];
  }
  const gap = Math.max(a.first, b.first) - Math.min(a.last, b.last);
  if (gap === 1) return [{ name: 'next-day', value: 1, says: 'told a day apart' }];
  return [{ name: 'days-apart', value: steps(gap), says: `told ${gap} days apart` }];
}

function publicationSigns(a: Profile, b: Profile): Sign[] {
  const [one, other] = [a.story.published, b.story.published];
  if (one === undefined || other === undefined) return [];
  const gap = Math.abs(one - other);
  const says = gap === 0 ? 'published on one day' : `published ${gap} ${gap === 1 ? 'day' : 'days'} apart`;
  return gap === 0
    ? [{ name: 'published-together', value: 1, says }]
    : [{ name: 'published-apart', value: steps(gap), says }];
}

/** A report cannot tell of what happened after it was published; a day is allowed for the zones of the earth. */
function orderSigns(early: Profile, late: Profile): Sign[] {
  const { published } = early.story;
  if (published === undefined || !late.days || !early.isReal || late.days.first <= published + 1) return [];
  const says = `one was published ${late.days.first - published} days before the other happened`;
  return [{ name: 'published-before', value: steps(late.days.first - published), says }];
}
