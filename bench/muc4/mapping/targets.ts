import type { Party, Reading } from '../../../src/record/index.js';
import { oneLine } from '../normal.js';
import type { Human, Place, Thing, Told } from './draft.js';
import { instrumentType, nationOf, personType, thingType } from './lists.js';
import { description, descriptions, entitiesIn, fullestName, numberOf, sentenceAround } from './words.js';

/** A target with the party that it came from, which tolls are matched by. */
export interface FromParty<T> {
  readonly target: T;
  readonly party: Party;
}

const recipients = ({ incident }: Told) => incident.who.filter(({ role }) => role === 'recipient');

/** Whether a recipient is a thing: by its type, or a body by the house that it has ("FEDERATION HEADQUARTERS"). */
function isThing(party: Party): boolean {
  const words = (descriptions(party)[0] ?? '').toUpperCase();
  // "A CONTINGENT OF SOLDIERS" is people, whatever it was taken for.
  if (party.type === 'thing') return thingType(words) !== undefined || personType(words) === undefined;
  const isBody = party.type === 'group' || party.type === 'state';
  const head = words.split(/ (?:OF|IN|AT|ON|FOR) /)[0] ?? '';
  return isBody && /\b(?:EMBASSY|CONSULATE|MINISTRY|HEADQUARTERS|OFFICES?|BANK|COMPANY|STATION)$/.test(head);
}

/** The things that were attacked. A town, a region or a country is none. */
export function thingsOf(told: Told, place: Place): Thing[] {
  const { places, text } = told.reading;
  const isPlace = (party: Party) =>
    party.mentions.some(({ start, end }) =>
      places.some((each) => each.precision !== 'exact' && each.start <= start && end <= each.end),
    );
  return recipients(told)
    .filter((party) => isThing(party) && !isPlace(party))
    .flatMap((party) => {
      const [words] = descriptions(party);
      const mention = party.mentions[0];
      if (words === undefined || mention === undefined || !isTarget(words.toUpperCase())) return [];
      const type = thingType(words.toUpperCase()) ?? 'OTHER';
      return {
        words,
        type: type === 'MILITARY' ? 'OTHER' : type,
        number: numberOf(mention.quote),
        nation: foreign(party, place),
        effect: thingEffect(sentenceAround(text, mention)),
      };
    });
}

/** Not "THE AREA" and the like, which is too general, nor a weapon that was taken. */
function isTarget(words: string): boolean {
  if (thingType(words) !== undefined) return true;
  return !GENERAL.test(words) && instrumentType(words) === undefined;
}

const GENERAL =
  /^(?:\w+ )?(?:AREAS?|REGIONS?|ZONES?|COUNTRY|NATION|CITY|CITIES|TOWNS?|VILLAGES?|CAPITAL|DEPARTMENTS?|PROVINCES?|STREETS?|TARGETS?)$/;

const NO_DAMAGE = /\bNO (?:\w+ )?DAMAGE|\bNOT DAMAGED|WITHOUT (?:\w+ )?DAMAGE/;
const DESTROYED = /\b(?:DESTROY|BLEW UP|BLOWN UP|BLOWING UP|DEMOLISH|RAZED|BURNED DOWN|BURNT DOWN|LEVELED)/;
const DAMAGED = /\b(?:DAMAG|BURN|SET FIRE|ON FIRE|SHATTER|BROKE|ABLAZE|DYNAMITED|DERAIL)/;
const MONEY = /\b(?:MONEY|MILLION|PESOS|DOLLARS|CASH)\b/;
const TAKEN = /\b(?:ROBBED|STOLE|LOOTED|STOLEN|TOOK|RANSACKED)\b/;

function thingEffect(sentence: string): string | undefined {
  if (NO_DAMAGE.test(sentence)) return 'NO DAMAGE';
  if (DESTROYED.test(sentence)) return 'DESTROYED';
  if (DAMAGED.test(sentence)) return 'SOME DAMAGE';
  if (!TAKEN.test(sentence)) return undefined;
  return MONEY.test(sentence) ? 'MONEY TAKEN FROM TARGET' : 'PROPERTY TAKEN FROM TARGET';
}

/** The people who were attacked: each who is named, and what is said of the others. */
export function peopleOf(told: Told, place: Place): FromParty<Human>[] {
  return recipients(told)
    .filter((party) => !isThing(party))
    .flatMap((party) => humansOf(party, told.reading, place).map((target) => ({ target, party })));
}

function humansOf(party: Party, reading: Reading, place: Place): Human[] {
  const nation = foreign(party, place);
  const whole = oneLine(party.mentions.map(({ quote }) => quote).join(' ; ')).toUpperCase();
  const names = entitiesIn(reading, party, ['person']).flatMap(
    (entity) => fullestName(reading, entity) ?? [],
  );
  const effects: string[] = [];
  if (names.length > 0) {
    const role = roleOf(party, reading);
    const type = humanType(role ?? '', whole);
    return names.map((name) => ({ name, description: role, type, number: '1', nation, effects }));
  }
  const [words] = descriptions(party);
  if (words === undefined || /^\d*$/.test(words)) return [];
  const number = numberOf(party.mentions[0]?.quote ?? '');
  return [{ name: undefined, description: words, type: humanType(words, whole), number, nation, effects }];
}

/** What a named person is: "FORMER MINISTER" before the name, else a mention without a name ("THE PRIEST"). */
function roleOf(party: Party, { names }: Reading): string | undefined {
  for (const { start, end, quote } of party.mentions) {
    const name = names.find((each) => each.type === 'person' && start <= each.start && each.end <= end);
    const words = description(name ? quote.slice(0, name.start - start) : quote);
    if (words !== '') return words;
  }
  return undefined;
}

function humanType(words: string, whole: string): string {
  const type = personType(words.toUpperCase()) ?? personType(whole) ?? 'CIVILIAN';
  if (!/\b(?:FORMER|RETIRED|EX-)/.test(whole)) return type;
  if (type === 'ACTIVE MILITARY') return 'FORMER ACTIVE MILITARY';
  return type === 'GOVERNMENT OFFICIAL' ? 'FORMER GOVERNMENT OFFICIAL' : type;
}

/** The nation that a target belongs to by its words, where that is another than the one it was attacked in. */
function foreign(party: Party, { country }: Place): string | undefined {
  const nation = nationOf(party.mentions.map(({ quote }) => quote.toUpperCase()).join(' ; '))?.name;
  return nation === country ? undefined : nation;
}
