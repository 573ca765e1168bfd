/**
 * Every sign: its weight as guessed before anything is learned, which gives its direction too and is kept where the
 * examples say nothing; and what its value is, for `weights.txt`.
 */
export const signs: Readonly<Record<string, readonly [guess: number, about: string]>> = {
  'same-kind': [0.5, 'the same row of the codebook'],
  'same-family': [0.3, 'two rows of one family of the codebook'],
  'kinds-apart': [-4, 'things apart: harm, unrest, what the state does, accords'],
  'unrest-or-harm': [-1, 'unrest in one and harm in the other, which reports mix up'],
  'both-main': [1, 'what both reports tell before all else'],
  'one-main': [-1, 'what one report tells before all else, and the other beside it'],
  'realis-differs': [-1, 'happened in one, planned, threatened, denied or supposed in the other'],
  'same-day': [1.5, 'told days that are the same'],
  'times-overlap': [0.7, 'told times of several days that overlap'],
  'next-day': [-0.5, 'told days that follow one another'],
  'days-apart': [-0.7, 'log2(1 + days) between told times, from two days on'],
  'published-together': [0.3, 'published on one day'],
  'published-apart': [-0.2, 'log2(1 + days) between the days of publication'],
  'published-before': [-1, 'log2(1 + days) that one was published before the other happened'],
  'same-place': [1.5, 'places at most 3 km apart'],
  'near-place': [-0.3, 'places 3 to 40 km apart'],
  'far-place': [-0.8, 'log2(km / 20), at most 6, for places more than 40 km apart'],
  'far-but-named': [-0.2, 'as far-place, where a report has the name of the other place'],
  'places-overlap': [0.3, 'a region or country that the other place may lie in'],
  'countries-differ': [-2, 'two countries'],
  'place-names': [0.5, 'log2(1 + weights / 8) of the words for places that both reports have'],
  'place-unnamed': [-1.5, 'neither report has the name of the other place'],
  persons: [0.7, 'log2(1 + weights / 8) of the words for persons that both reports have'],
  'persons-differ': [-0.5, 'persons are named, and none by both'],
  victims: [1.5, 'a victim whom one names is named in the other'],
  'victims-differ': [-2, 'both name victims, and no victim is named by both'],
  actors: [0.5, 'weight / 8 of the rarest word that the groups or states that did it share'],
  'actors-differ': [-0.3, 'groups or states that did it which share no word'],
  ages: [0.5, 'log2(1 + n) of ages that both tell'],
  'ages-differ': [-1, 'ages are told, and none by both'],
  'killed-alike': [0.5, 'log2(1 + n) of the dead in both'],
  'injured-alike': [0.4, 'log2(1 + n) of the injured in both'],
  'toll-grows': [-0.2, 'log2 of the ratio of two figures of which the later is higher'],
  'toll-differs': [-0.6, 'log2 of the ratio of two figures of which the later is lower'],
  'words-about': [3, 'root of the cosine of the sentences about it'],
  'words-story': [3, 'root of the cosine of the whole reports; of the sentences where it is background'],
  'words-title': [1, 'root of the cosine of the titles'],
  copied: [3, 'root of the share of the shorter text that is copied, by runs of five words'],
  means: [0.4, 'weight / 8 of the rarest word of means that both have'],
  'means-differ': [-0.2, 'means that share no word'],
};

/**
 * Signs that keep their guess: places far apart are rare among examples that share so much, and where they stand there
 * the reader has mostly taken a name for the wrong place, so that they would come to count for nothing.
 */
export const held: ReadonlySet<string> = new Set(['far-place']);
