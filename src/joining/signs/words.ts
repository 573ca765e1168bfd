import type { Profile } from '../profile.js';
import { containment, cosine, sharedWords, type WordWeight } from '../words.js';
import type { Sign } from './sign.js';

/** Signs of words: the sentences about the incident, the whole report, its title, and runs of words that are copied. */
export function wordSigns(a: Profile, b: Profile, weight: WordWeight): Sign[] {
  const about = cosine(a.words, b.words);
  // What else stands in a report says nothing of an incident that it only mentions.
  const isStory = a.core && b.core;
  const story = isStory ? cosine(a.story.words, b.story.words) : about;
  const title = isStory ? cosine(a.story.title, b.story.title) : 0;
  const copied = isStory ? containment(a.story.shingles, b.story.shingles) : 0;
  return [
    {
      name: 'words-about',
      value: Math.sqrt(about),
      says: `sentences about it ${percent(about)} alike in words`,
    },
    { name: 'words-story', value: Math.sqrt(story), says: `reports ${percent(story)} alike in words` },
    { name: 'words-title', value: Math.sqrt(title), says: `titles ${percent(title)} alike in words` },
    { name: 'copied', value: Math.sqrt(copied), says: `${percent(copied)} of the shorter text copied` },
    ...meansSigns(a, b, weight),
  ];
}

function meansSigns(a: Profile, b: Profile, weight: WordWeight): Sign[] {
  if (a.means.size === 0 || b.means.size === 0) return [];
  const [rarest] = sharedWords(a.means, b.means, weight);
  return rarest
    ? [{ name: 'means', value: rarest.weight / 8, says: `the same means (${rarest.word})` }]
    : [{ name: 'means-differ', value: 1, says: 'other means' }];
}

const percent = (share: number) => `${Math.round(100 * share)} %`;
