import type { Profile } from '../profile.js';
import type { WordWeight } from '../words.js';
import { kindSigns } from './kind.js';
import { partySigns } from './parties.js';
import { placeSigns } from './place.js';
import type { Sign } from './sign.js';
import { timeSigns } from './time.js';
import { tollSigns } from './toll.js';
import { wordSigns } from './words.js';

export type { Sign } from './sign.js';

/** Everything that speaks for or against two members telling of one incident. The same whichever comes first. */
export function signsOf(a: Profile, b: Profile, weight: WordWeight): Sign[] {
  const [one, other] = a.key <= b.key ? [a, b] : [b, a];
  return [
    ...kindSigns(one, other),
    ...timeSigns(one, other),
    ...placeSigns(one, other, weight),
    ...partySigns(one, other, weight),
    ...tollSigns(one, other),
    ...wordSigns(one, other, weight),
  ];
}
