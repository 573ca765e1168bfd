import type { Incident, KeptIncident, Party } from '../record/index.js';
import { type NameFinder, nameFinder, WITHHELD, without } from './names.js';
import { namesOfSufferers, withoutDeterminer } from './sufferers.js';

/**
 * Takes the names of those who suffered out of incidents: of every recipient that is a person, or that is called by a
 * name alone which is not plainly a country's, a group's or that of the place; and the names in the words of its
 * toll and mentions. Whether such a person is a private one or a minister is not known here, so all are withheld.
 *
 * - The party's name becomes "name withheld", its aliases go, and its names go out of every quote, of `toll.of`, of the
 *   title, of the report's id and of the rules. A quote with a gap in it is no longer the words of the report: `start`
 *   and `end` say where those are.
 * - An address that has a part of the name in it is cut down to its host.
 * - The names go out of all incidents of the report that come one after another, also where the person is an actor.
 * - Kept: descriptions such as "shepherd" or "12-year-old boy", which have no capital letter in a text that uses them.
 *
 * Not caught: a name of somebody who is no recipient, a spelling that it did not tie to
 * the person, and the report itself, which anybody can find by its title or address.
 */
export async function* withholdNames(incidents: AsyncIterable<KeptIncident>): AsyncIterable<KeptIncident> {
  let group: KeptIncident[] = [];
  for await (const kept of incidents) {
    if (group[0] !== undefined && group[0].report.hash !== kept.report.hash) {
      yield* withheld(group);
      group = [];
    }
    group.push(kept);
  }
  yield* withheld(group);
}

function withheld(group: readonly KeptIncident[]): readonly KeptIncident[] {
  const incidents = group.map(({ incident }) => incident);
  const phrases = new Set(namesOfSufferers(incidents, group[0]?.report.title ?? ''));
  if (phrases.size === 0) return group;
  const names = nameFinder([...phrases]);
  return group.map(({ report, incident }) => ({
    report: {
      ...report,
      id: names.isInAnyCase(report.id) ? report.hash : report.id,
      title: report.title && without(report.title, names.parts),
      url: urlWithout(report.url, names),
    },
    incident: incidentWithout(incident, names),
  }));
}

function urlWithout(url: string | null, names: NameFinder): string | null {
  if (url === null || !names.isInAnyCase(url)) return url;
  return URL.canParse(url) ? `${new URL(url).origin}/` : null;
}

function incidentWithout(incident: Incident, names: NameFinder): Incident {
  const who = incident.who.map((party) => partyWithout(party, names));
  return { ...(scrub(incident, names.parts) as Incident), who };

  function scrub(value: unknown, finds: readonly RegExp[]): unknown {
    if (typeof value === 'string') return without(value, finds);
    if (Array.isArray(value)) return value.map((entry) => scrub(entry, finds));
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(([field, inner]) => {
      if (LEFT_AS_IT_IS.has(field)) return [field, inner];
      return [field, scrub(inner, BY_WHOLE_NAME.has(field) ? names.whole : finds)];
    });
    return Object.fromEntries(fields);
  }
}

/** Codes and ids; and the place, which is of no use with a gap in it. */
const LEFT_AS_IT_IS = new Set(
  'id kind realis edtf basis claim gazetteer country candidates precision name outcome status'.split(' '),
);
/** Where a part of a name would hit others, such as "Salman" of a victim in the quote "Salman Pak" of a place. */
const BY_WHOLE_NAME = new Set(['where', 'when', 'means', 'rule']);

function partyWithout(party: Party, names: NameFinder): Party {
  const isPerson = party.type === 'person';
  const found = without(withoutDeterminer(party.name), names.whole);
  const isNamed = found === WITHHELD || (isPerson && found !== withoutDeterminer(party.name));
  const finds = isPerson || isNamed ? names.parts : names.whole;
  return {
    ...party,
    name: isNamed ? WITHHELD : without(party.name, names.whole),
    aliases: isNamed ? [] : party.aliases.map((alias) => without(alias, names.whole)),
    mentions: party.mentions.map((mention) => ({ ...mention, quote: without(mention.quote, finds) })),
    ...(party.rule === undefined ? {} : { rule: without(party.rule, names.whole) }),
  };
}
