/**
 * Learns `src/joining/weights.txt` from labelled reports and their readings, and prints it.
 * Run: npx tsx bench/joining/learning/index.ts --gvc FILE --gvc-readings FILE --groups FILE --groups-readings FILE
 * Every third group is held out (the 3rd, 6th …): `npm run bench -- joining` measures on those.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { candidateKeys } from '../../../src/joining/candidates.js';
import type { Member } from '../../../src/joining/index.js';
import { prepareProfile } from '../../../src/joining/profile.js';
import { signsOf } from '../../../src/joining/signs/index.js';
import { wordWeights } from '../../../src/joining/words.js';
import { type Pair, pairsOfCorpus, pairsOfGroups } from './pairs.js';
import { type Example, learn } from './regression.js';
import { held, signs } from './signs.js';

const { values } = parseArgs({
  options: {
    gvc: { type: 'string', default: '' },
    'gvc-readings': { type: 'string', default: '' },
    groups: { type: 'string', default: '' },
    'groups-readings': { type: 'string', default: '' },
    weeks: { type: 'string', default: '10' },
    ridge: { type: 'string', default: '1' },
    'groups-count': { type: 'string', default: '3' },
  },
});

const weight = wordWeights(readFileSync('src/joining/common-words.txt', 'utf8'));
const profileOf = prepareProfile(weight);
const pairs = [
  ...(await pairsOfCorpus(values.gvc, values['gvc-readings'], Number(values.weeks))),
  ...pairsOfGroups(values.groups, values['groups-readings'], Number(values['groups-count'])),
];
const keysOf = new Map<Member['incident'], ReadonlySet<string>>();
const compared = pairs.filter(({ a, b, isSame }) => isSame || sharesKeys(a, b));
console.error(`${pairs.length} pairs, ${compared.length} of them share keys or are the same`);
const examples = compared.map(toExample);
const guesses = new Map(Object.entries(signs).map(([name, [guess]]) => [name, guess]));
const weights = learn(examples, { guesses, held, ridge: Number(values.ridge), steps: 500 });

console.log(
  '# What each sign counts when two incidents are compared: its weight times its value is added to the log-odds',
);
console.log('# that they are the same. Learned by bench/joining/learning; do not edit by hand.');
console.log('# name, weight, what the value is');
console.log(`bias\t${(weights.get('bias') ?? 0).toFixed(3)}\tbefore any sign is seen`);
for (const [name, [, about]] of Object.entries(signs)) {
  console.log(`${name}\t${(weights.get(name) ?? 0).toFixed(3)}\t${about}`);
}
report(examples, weights);

/** The index compares what shares keys, so that is what weights are learned from. */
function sharesKeys(a: Member, b: Member): boolean {
  const keys = keysFor(b);
  for (const key of keysFor(a)) if (keys.has(key)) return true;
  return false;
}

function keysFor(member: Member): ReadonlySet<string> {
  const known = keysOf.get(member.incident) ?? new Set(candidateKeys(profileOf(member), weight));
  keysOf.set(member.incident, known);
  return known;
}

function toExample({ a, b, isSame, counts }: Pair): Example {
  const found = new Map<string, number>();
  for (const { name, value } of signsOf(profileOf(a), profileOf(b), weight)) {
    found.set(name, (found.get(name) ?? 0) + value);
  }
  return { values: found, isSame, counts };
}

function report(all: readonly Example[], learned: ReadonlyMap<string, number>): void {
  const tally = { same: 0, missed: 0, unlike: 0, wrong: 0 };
  for (const { values: found, isSame } of all) {
    let score = learned.get('bias') ?? 0;
    for (const [name, value] of found) score += value * (learned.get(name) ?? 0);
    tally[isSame ? 'same' : 'unlike'] += 1;
    if (isSame && score <= 0) tally.missed += 1;
    if (!isSame && score > 0) tally.wrong += 1;
  }
  console.error(JSON.stringify(tally));
}
