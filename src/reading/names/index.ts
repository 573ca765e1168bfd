import type { Name, NameType } from '../../record/index.js';
import type { Encoded } from '../encoder/index.js';
import { type Lists, rows } from '../lists.js';
import type { Grammar } from '../syntax/index.js';
import type { Document } from '../text/index.js';
import { agreed, withMissed } from './agreement.js';
import { withEntities } from './entities.js';
import { judgeOf } from './judge.js';
import { lexiconOf } from './lexicon.js';
import { isOrdinary, materielIn, namesOf } from './listed.js';
import { markedNames } from './marked.js';
import { withOrgans } from './organs.js';
import { type NameSpan, nameAtToken, overlaid } from './spans.js';
import { nameTable } from './table.js';
import { isLocated } from './types.js';

export * from './coreference/index.js';
export { headOfName, tokensOfSpan } from './spans.js';

/**
 * Finds what is named in a report: persons, organisations, armed groups, nationalities, places, facilities, vehicles,
 * weapons and events. The encoder finds them; lists and the rest of the report know better what some are, and find what
 * it missed. Names are in text order and do not overlap; lines of another story hold none. Throws where a list is
 * missing; what it gives back never throws.
 */
export function prepareNames(
  lists: Lists,
): (document: Document, grammar: Grammar, encoded: Encoded) => Name[] {
  const lexicon = lexiconOf(lists);
  const known = nameTable(lexicon.names);
  const materiel = new Map(
    rows(lists('names/vehicle-names')).map(([words = '', type = '']) => [words, type as NameType]),
  );

  return (document, grammar, encoded) => {
    const judge = judgeOf(document, grammar, encoded, lexicon);
    const marked = markedNames(judge);
    const markedAt = nameAtToken(marked);
    const listed = namesOf(known, judge, judge.own).filter((name) => {
      const mark = markedAt(name.first);
      return mark ? !isInside(name, mark) : !isOrdinary(judge, name);
    });
    const found = overlaid(overlaid(listed, materielIn(materiel, judge, markedAt)), marked);
    const sure = new Set(listed);
    const names = agreed(judge, found, (name) => sure.has(name) || isLocated(judge, name));
    const all = withOrgans(judge, withMissed(judge, names));
    const bare = all.map((name) => ({ ...judge.spanOf(name), type: name.type }));
    return withEntities(lexicon, document.text, bare);
  };
}

/** Whether a name is but a part of a longer one: "Kabul" in "Kabul University". */
function isInside(name: NameSpan, longer: NameSpan): boolean {
  if (longer.last - longer.first === name.last - name.first) return false;
  return longer.first <= name.first && longer.last >= name.last;
}
