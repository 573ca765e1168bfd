import type { Name } from '../../../record/index.js';
import type { Lists } from '../../lists.js';
import type { Grammar } from '../../syntax/index.js';
import type { Document } from '../../text/index.js';
import { linkAppositions } from './appositions.js';
import { linkDescriptions } from './descriptions.js';
import { type Nominal, nominalsOf } from './nominals.js';
import { pageOf } from './page.js';
import { linkPronouns } from './pronouns.js';
import { quotedIn } from './quotes.js';
import { referentsOf } from './referents.js';
import { wordsFrom } from './words.js';

/** A stretch of tokens that stands for something named: the name itself with its title, a description, a pronoun. */
export interface Mention {
  readonly first: number;
  /** The token after its last one. */
  readonly last: number;
  readonly head: number;
  /** The `entity` of the names that it stands for. */
  readonly entity: string;
  readonly kind: 'name' | 'description' | 'pronoun' | 'relative';
}

/** Who is meant, all through a report. */
export interface Coreference {
  /** Every mention of a named entity, in order of its head. A mention may lie inside another. */
  readonly mentions: readonly Mention[];
  /** The fullest name of what tokens `first` to before `last` stand for; undefined where it is not clear. */
  nameFor(first: number, last: number): Name | undefined;
}

/**
 * Finds what stands for each named entity besides its names: appositions, descriptions, pronouns, in sieves from the most
 * precise on, each building on the links of those before (Lee et al. 2013). A link that is not clear is not made. Linear in
 * the text: every rule looks a few sentences and a few dozen referents back. Never throws.
 */
export function prepareCoreference(
  lists: Lists,
): (document: Document, grammar: Grammar, names: readonly Name[]) => Coreference {
  const words = wordsFrom(lists);
  return (document, grammar, names) => {
    const page = pageOf(document, grammar, words, nominalsOf(document, grammar, names));
    const referents = referentsOf(page);
    linkAppositions(page, referents);
    linkDescriptions(page, referents);
    linkPronouns(page, referents, quotedIn(page));
    const mentions = page.nominals.flatMap((nominal): Mention[] => {
      const entity = referents.get(nominal)?.entity;
      const { first, last, head } = nominal;
      return entity === undefined ? [] : [{ first, last, head, entity, kind: kindOf(nominal) }];
    });
    return { mentions, nameFor: naming(grammar, names, mentions) };
  };
}

function kindOf({ pronoun, name }: Nominal): Mention['kind'] {
  if (/^(?:who|which|that)$/.test(pronoun)) return 'relative';
  if (pronoun !== '') return 'pronoun';
  return name === undefined ? 'description' : 'name';
}

/** The longest form of each entity; the first one of that length. */
export function fullestNames(names: readonly Name[]): ReadonlyMap<string, Name> {
  const fullest = new Map<string, Name>();
  for (const name of names) {
    if (name.quote.length > (fullest.get(name.entity)?.quote.length ?? 0)) fullest.set(name.entity, name);
  }
  return fullest;
}

function naming(
  grammar: Grammar,
  names: readonly Name[],
  mentions: readonly Mention[],
): Coreference['nameFor'] {
  const fullest = fullestNames(names);
  const byHead = new Map(mentions.map((mention) => [mention.head, mention]));
  return (first, last) => {
    const mention = byHead.get(headOf(grammar, first, last) ?? -1);
    return mention && fullest.get(mention.entity);
  };
}

/** The last token of a stretch that hangs on one outside of it. */
function headOf(grammar: Grammar, first: number, last: number): number | undefined {
  for (let at = last - 1; at >= first; at--) {
    const head = grammar.heads[at] ?? -1;
    if (head < first || head >= last) return at;
  }
  return undefined;
}
