import type { Stance } from '../../record/index.js';
import type { Cue } from './cues.js';

/** Somebody's own future act: "it was sending a frigate", "we will rebuild". */
const OWN_FUTURE =
  /^(?:that )?(?:it|he|she|they|we|i|i['’]ll|we['’]ll|his|her|its|their) (?:\p{L}+ )?(?:would|will|['’]ll|was sending|were sending|is ready|are ready|was ready|plans?|planned|intends?|intended|is going to|are going to|was going to|is stopping|is working|are working|was working)\b/iu;
const FUTURE = /\b(?:will|would|plans? to|intentions? to|are permanently|is permanently)\b/;
const HARM =
  /\b(?:retaliat\w*|revenge|aveng\w*|strike back|punish\w*|attack\w*|kill\w*|destroy\w*|respond (?:forcefully|decisively|harshly)|consequences|pay (?:a|the|for)|target\w*|bomb\w*|war|invade|severe|crush\w*|hell)\b/i;
const GRIEF =
  /\b(?:condolences|sympath\w+|thoughts (?:and prayers )?(?:are|go)|our hearts?|mourn\w*|solidarity|grateful|saddened|sadness|proud of|hero(?:es)?|will be missed|rest in peace|beautiful|wonderful|hardworking|heartbroken|heartbreaking|tragic)\b/i;
const WANTED = /\b(?:must|should|need(?:s|ed)? to|have to|has to|ought to)\b/i;
const GUILT = /\b(?:carried out the attack|was behind the attack|were behind the attack|responsible for)\b/i;
const NEGATION = /\b(?:no|not|nothing|never|none|nobody)\b|n['’]t\b/i;
const ANGER = /\b(?:concern|alarm|outrage|anger|regret)/i;

/** What some verbs become by what is said; undefined leaves them as they are. */
const BENDS: Readonly<Record<string, (words: string, cue: Cue) => Stance | undefined>> = {
  plead: (words) => (/^not\b/i.test(words) ? 'denies' : 'admits'),
  express: (words) => (ANGER.test(words) ? 'condemns' : 'supports'),
  claim: (words, cue) => (cue.verb.particle === '' && GUILT.test(words) ? 'admits' : undefined),
  vow: threatOf,
  pledge: threatOf,
  promise: threatOf,
  swear: threatOf,
  announce: (words) => (FUTURE.test(words) ? 'pledges' : undefined),
  declare: (words) => (FUTURE.test(words) ? 'pledges' : undefined),
  warn: (words) =>
    OWN_FUTURE.test(words) || (/\b(?:will|would)\b/.test(words) && HARM.test(words))
      ? 'threatens'
      : undefined,
  insist: denialOf,
  maintain: denialOf,
  assert: denialOf,
  reply: denialOf,
  counter: denialOf,
  retort: denialOf,
};

/** Words of harm make a promise a threat; undefined where there are none. */
export function threatOf(words: string): Stance | undefined {
  return HARM.test(words) ? 'threatens' : undefined;
}

function denialOf(words: string): Stance | undefined {
  return !GRIEF.test(words) && NEGATION.test(words) ? 'denies' : undefined;
}

/** Longer than this, a "must" somewhere in the words is not what they are for. */
const SHORT = 200;

/** The stance of a claim: that of its verb, bent by what is said. "said it would retaliate" is a threat. */
export function stanceOf(cue: Cue, words: string): Stance {
  const bent = BENDS[cue.lemma]?.(words, cue);
  if (bent !== undefined) return bent;
  if (cue.verb.stance !== 'says') return cue.verb.stance;
  if (GRIEF.test(words)) return 'supports';
  if (OWN_FUTURE.test(words)) return HARM.test(words) ? 'threatens' : 'pledges';
  return WANTED.test(words) && words.length < SHORT ? 'demands' : 'says';
}
