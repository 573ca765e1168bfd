import type { Name, Party, PartyType, Side, Span, VictimStatus } from '../../record/index.js';
import type { Phrase } from '../syntax/index.js';
import { lemmaAt, type Scene, spanOf, tagAt, wordAt } from './scene.js';

/** Somebody or something that has a part in an incident, as one phrase tells it. */
export interface Figure {
  readonly role: 'actor' | 'recipient';
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: PartyType;
  readonly side: Side | null;
  readonly status: VictimStatus;
  readonly mention: Span;
  /** The entity of the names stage, where one heads the phrase. */
  readonly entity: string | undefined;
}

const ARTICLE = /^(?:a|an|the|this|that|these|those|another)\s+/i;

/**
 * The party that a phrase names; undefined for pronouns that stand for nothing named, times, and phrases that name an event or
 * a weapon. "the group" and "they" have the name that they stand for, where that is clear.
 */
export function figureOf(scene: Scene, phrase: Phrase, role: Figure['role']): Figure | undefined {
  if (role === 'actor' && scene.lexicon.means.has(lemmaAt(scene, phrase.head))) {
    return ownerOf(scene, phrase);
  }
  const name = headName(scene, phrase) ?? nameMeant(scene, phrase);
  if (!canBeParty(scene, phrase, name)) return undefined;
  const mention = mentionOf(scene, phrase);
  const words = mention.quote.replace(ARTICLE, '');
  const known = name === undefined ? undefined : (nationOf(scene, name) ?? fullestForm(scene, name));
  const aliases = name === undefined ? [] : formsOf(scene, name).filter((form) => form !== (known ?? words));
  // "the group" and "they" say whom they mean only in this report.
  const isName = /\p{Lu}/u.test(words) && tagAt(scene, phrase.head) !== 'PRON';
  return {
    role,
    name: known ?? words,
    aliases: [...new Set(known !== undefined && known !== words && isName ? [...aliases, words] : aliases)],
    ...characterOf(scene, phrase, name),
    mention,
    entity: name?.entity,
  };
}

/** "a Russian drone" did it: the one that the weapon is called after; undefined for "a missile". */
function ownerOf(scene: Scene, phrase: Phrase): Figure | undefined {
  for (let at = phrase.first; at < phrase.head; at++) {
    const type = scene.nameAt[at]?.type;
    if (type === 'nationality' || type === 'armed_group' || type === 'organisation') {
      return figureOf(scene, { first: at, last: at + 1, head: at }, 'actor');
    }
  }
  return undefined;
}

/** The fullest name of whom "the group", "the commander", "they" or "who" stands for. */
function nameMeant(scene: Scene, { first, last }: Phrase): Name | undefined {
  return scene.coreference.nameFor(first, last);
}

/** A figure as the record has it. */
export function partyOf(figure: Figure): Party {
  const { role, name, aliases, type, side, mention } = figure;
  return { role, name, aliases: [...aliases], type, side, mentions: [mention], basis: 'stated' };
}

const NOT_PARTIES = new Set(
  `it,there,this,that,what,which,who,result,end,way,part,time,place,addition,response,evidence,connection,charge,cause,
  death,toll,casualty,casualties,damage,injury,injuries,life,lives,fact,number,total,following,case,report,statement,
  day,night,morning,evening,afternoon,week,month,year,hour,minute,weekend,today,yesterday,dawn,dusk,midnight,noon,
  area,region,scene,location,clash,capital,percent,others’,order,plan,decision,effort,situation,source,sources,news,
  investigation,aftermath,retaliation,retribution,violence,blast,explosion,gunfire,fire,rest,majority,control,power,
  shot,shots,talk,talks,deal,work,thing,anyone,someone,somebody,nobody,everyone,none,something,nothing,reason,
  custody,prison,jail,hospital,court’s,degree,count,counts,age,term,terms,support,condition,conditions`
    .split(/[,\s]+/)
    .filter(Boolean),
);

/** Whether a phrase says that there was nobody: "no one", "nobody", "no soldiers". */
export function isNobody(scene: Scene, phrase: Phrase): boolean {
  return /^(?:no|nobody|none)$/.test(wordAt(scene, phrase.first));
}

function canBeParty(scene: Scene, phrase: Phrase, name: Name | undefined): boolean {
  if (isNobody(scene, phrase)) return false;
  const tag = tagAt(scene, phrase.head);
  const lemma = lemmaAt(scene, phrase.head);
  if (tag === 'PRON') return name !== undefined;
  if (tag === undefined) return false;
  if (NOT_PARTIES.has(lemma) || NOT_PARTIES.has(wordAt(scene, phrase.head))) return false;
  if (tag === 'NUM') return !/^\d{4}$/.test(lemma) && !isTime(scene, phrase);
  return !isTime(scene, phrase);
}

function isTime(scene: Scene, phrase: Phrase): boolean {
  return scene.timeAt[phrase.head] !== undefined;
}

/** The words of a phrase with the "of …" behind it: "a leader of Kataib Hezbollah", "two of his guards". */
function mentionOf(scene: Scene, phrase: Phrase): Span {
  const behind = wordAt(scene, phrase.last) === 'of' ? scene.phraseAt[phrase.last + 1] : undefined;
  const takesOf = tagAt(scene, phrase.head) !== 'PROPN' && behind?.first === phrase.last + 1;
  return spanOf(scene, phrase.first, takesOf && behind !== undefined ? behind.last : phrase.last);
}

/** The name that heads a phrase: its last word is the phrase's head ("President Joe Biden", "the Houthi group" has none). */
export function headName(scene: Scene, phrase: Phrase): Name | undefined {
  return scene.nameAt[phrase.head];
}

/** "Israeli attacks", "the Turks": a nationality word names its country. */
function nationOf(scene: Scene, name: Name): string | undefined {
  return name.type === 'nationality' ? scene.nationOf(name.quote)?.name : undefined;
}

function formsOf(scene: Scene, name: Name): readonly string[] {
  return scene.formsOf.get(name.entity) ?? [];
}

function fullestForm(scene: Scene, name: Name): string {
  return formsOf(scene, name).reduce((best, form) => (form.length > best.length ? form : best), '');
}

const COLLECTIVE =
  /^(?:dozens?|hundreds?|thousands?|members?|number|scores?|handful|majority|pair|couple|groups?|crowds?)$/;

/** The word that tells what a party is: "guards" in "two of his guards", "migrants" in "dozens of migrants". */
function telling(scene: Scene, phrase: Phrase): number {
  const isCount = tagAt(scene, phrase.head) === 'NUM' || COLLECTIVE.test(wordAt(scene, phrase.head));
  const behind = wordAt(scene, phrase.last) === 'of' ? scene.phraseAt[phrase.last + 1] : undefined;
  return isCount && behind !== undefined ? behind.head : phrase.head;
}

function characterOf(
  scene: Scene,
  phrase: Phrase,
  name: Name | undefined,
): Pick<Figure, 'type' | 'side' | 'status'> {
  const { parties } = scene.lexicon;
  const head = telling(scene, phrase);
  const entry = parties.get(lemmaAt(scene, head)) ?? parties.get(wordAt(scene, head));
  if (entry !== undefined) {
    const isMany = entry.type === 'person' && wordAt(scene, head) !== lemmaAt(scene, head);
    return isMany ? { ...entry, type: 'people' } : entry;
  }
  const unknown = { side: null, status: 'unknown' } as const;
  switch (name?.type) {
    case 'person':
      return { type: 'person', ...unknown };
    case 'armed_group':
      return { type: 'group', side: 'rebel group', status: 'combatant' };
    case 'organisation':
      return { type: 'group', ...unknown };
    case 'place':
    case 'nationality':
      return { type: 'state', ...unknown };
  }
  // "all three perished", "two were hurt": a number that stands for people.
  if (tagAt(scene, head) === 'NUM') return { type: 'people', ...unknown };
  return { type: tagAt(scene, head) === 'PROPN' ? 'group' : 'thing', ...unknown };
}
