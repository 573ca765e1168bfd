import type { Party, Span, Trace } from '../../record/index.js';
import { greatest } from '../search.js';
import type { Phrase } from '../syntax/index.js';
import { joined } from './clauses.js';
import { type Figure, figureOf, partyOf } from './parties.js';
import { type Filler, fillersOf, placeOf, runnersUp, scoreOf } from './parts.js';
import { figuresOf } from './roles.js';
import { type Scene, tokenOf } from './scene.js';
import type { Sighting } from './sightings.js';

/** From which chance on a word is a party; and where the grammar of the clause says so too. */
const LEAST = 0.35;
const LEAST_IN_WORDS = 0.15;

interface Cast extends Figure {
  readonly chance: number;
  readonly trace: Trace;
}

/** The parties of an incident: who did it, and whom it was done to. Each stands once, in its likelier role. */
export function whoOf(scene: Scene, incident: readonly Sighting[]): Party[] {
  const cast = new Map<string, Cast[]>();
  for (const { token, chance, role, sighting } of partsIn(scene, incident)) {
    const figure = figureOf(scene, phraseOf(scene, token), role);
    if (figure === undefined) continue;
    const key = figure.entity ?? figure.name.toLowerCase();
    const trace = traceOf(scene, sighting, role, ['model'], [token]);
    cast.set(key, [...(cast.get(key) ?? []), { ...figure, chance, trace }]);
  }
  for (const { isRuled, ...figure } of inClauses(scene, incident)) {
    const key = figure.entity ?? figure.name.toLowerCase();
    if (isRuled || !cast.has(key)) cast.set(key, [figure]);
  }
  return [...cast.values()].map(partyFrom).sort((a, b) => startOf(a) - startOf(b));
}

/**
 * The parties that the clauses of an incident's words name, where the model does not rule them out. Those of a verb
 * whose roles are listed ("intercepted": its object did it) have the role of the list.
 */
function inClauses(scene: Scene, incident: readonly Sighting[]): (Cast & { isRuled: boolean })[] {
  return incident.flatMap((sighting) => {
    const { peg, trigger } = sighting;
    return figuresOf(scene, trigger).flatMap((figure) => {
      const isRuled = scene.lexicon.roles.has(trigger.entry.lemmas.join(' '));
      const roles: readonly Party['role'][] = isRuled ? ['actor', 'recipient'] : [figure.role];
      const tokens = tokensIn(scene, figure.mention);
      const chances = tokens.flatMap((at) => roles.map((role) => scene.arcs.part(peg, role, at)));
      const chance = Math.max(0, greatest(chances));
      if (chance < LEAST_IN_WORDS) return [];
      const trace = traceOf(
        scene,
        sighting,
        figure.role,
        isRuled ? ['grammar', 'list'] : ['grammar'],
        tokens,
      );
      return [{ ...figure, chance, isRuled, trace }];
    });
  });
}

function tokensIn(scene: Scene, { start, end }: Span): number[] {
  const first = tokenOf(scene, start);
  return Array.from({ length: tokenOf(scene, end) - first }, (_, at) => first + at);
}

/** What spoke for a party of a word, and how likely the model thinks the other role. */
function traceOf(
  scene: Scene,
  { peg, token }: Sighting,
  role: Party['role'],
  by: Trace['by'],
  tokens: readonly number[],
): Trace {
  const other = role === 'actor' ? 'recipient' : 'actor';
  const chance = () => greatest(tokens.map((at) => scene.arcs.part(peg, other, at)));
  const over = runnersUp([other], chance, (value) => ({ value }));
  return { by, from: placeOf(scene, token), over };
}

/** The words of an incident's parties, each in its likelier role; no "Taliban" beside "Taliban fighters". */
function partsIn(scene: Scene, incident: readonly Sighting[]): (Filler & Pick<Party, 'role'>)[] {
  const found = new Map<number, Filler & Pick<Party, 'role'>>();
  for (const role of ['actor', 'recipient'] as const) {
    for (const filler of fillersOf(scene, incident, role, LEAST)) {
      if (filler.chance > (found.get(filler.token)?.chance ?? 0))
        found.set(filler.token, { ...filler, role });
    }
  }
  for (const filler of [...found.values()]) {
    for (const beside of joinedTo(scene, filler))
      if (!found.has(beside.token)) found.set(beside.token, beside);
  }
  return [...found.values()].filter(({ token }) => {
    const head = scene.phraseAt[token]?.head ?? token;
    return head === token || !found.has(head);
  });
}

/** "France, Germany and Italy": what is joined to a party is one too, where the model does not rule it out. */
function joinedTo<Each extends Filler & Pick<Party, 'role'>>(scene: Scene, filler: Each): Each[] {
  const phrase = scene.phraseAt[filler.token];
  if (phrase?.head !== filler.token) return [];
  return joined(scene, phrase).flatMap(({ head }) => {
    const chance = scene.arcs.part(filler.sighting.peg, filler.role, head);
    return chance >= LEAST_IN_WORDS ? [{ ...filler, token: head, chance }] : [];
  });
}

function partyFrom(same: readonly Cast[]): Party {
  const likeliest = same.reduce((best, one) => (one.chance > best.chance ? one : best));
  const mentions = same.filter(({ role }) => role === likeliest.role).map(({ mention }) => mention);
  const distinct = [...new Map(mentions.map((mention) => [mention.start, mention])).values()];
  const score = scoreOf(likeliest.chance);
  return {
    ...partyOf(likeliest),
    score,
    trace: likeliest.trace,
    mentions: distinct.sort((a, b) => a.start - b.start),
  };
}

const startOf = ({ mentions }: Party) => mentions[0]?.start ?? 0;

/** The words that a token stands for: the phrase that it heads, else its name, else itself: "US" in "a US strike". */
export function phraseOf(scene: Scene, token: number): Phrase {
  const phrase = scene.phraseAt[token];
  if (phrase?.head === token) return phrase;
  const name = scene.nameAt[token];
  if (name === undefined) return { first: token, last: token + 1, head: token };
  const first = tokenOf(scene, name.start);
  return { first, last: Math.max(token + 1, tokenOf(scene, name.end)), head: token };
}
