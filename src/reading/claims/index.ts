import type { Claim, Incident, Name } from '../../record/index.js';
import type { Arcs, Told } from '../encoder/index.js';
import { entries, type Lists, rows } from '../lists.js';
import { type Coreference, fullestNames } from '../names/index.js';
import type { Grammar } from '../syntax/index.js';
import { type Document, isOwn } from '../text/index.js';
import { prepareAbout } from './about.js';
import type { Cast } from './cast.js';
import { type CueLexicon, cuesOf } from './cues.js';
import { type Draft, draftsOf, withoutRepeats } from './drafts.js';
import { heardBeside } from './heard.js';
import { withLoneQuotations } from './lone.js';
import { pageOf } from './page.js';
import { quotationsOf } from './quotations.js';
import { speakerKinds } from './speakers.js';
import { reportingVerbs } from './verbs.js';

export { attribute } from './attribute.js';

/**
 * Finds what a report puts in somebody's mouth: by reporting verbs, "according to", and quotation marks. The quote is
 * the content alone; the speaker stands where the words name it, with its name resolved. Claims are in text order.
 */
export function prepareClaims(
  lists: Lists,
): (
  document: Document,
  grammar: Grammar,
  names: readonly Name[],
  coreference: Coreference,
  incidents: readonly Incident[],
  told: Told,
  arcs: Arcs,
) => Claim[] {
  const kinds = speakerKinds(lists);
  const lexicon: CueLexicon = {
    verbs: reportingVerbs(lists),
    sources: entries(lists('claims/sources')).map((source) => source.split(' ')),
    evidence: new Set(entries(lists('claims/evidence-words'))),
    kinds,
  };
  const bodies = new Set(rows(lists('names/organisation-words')).map(([word = '']) => word));
  const titles = new Set(rows(lists('names/titles')).map(([title = '']) => title));
  const states = new Set(entries(lists('names/known-places')));
  const chainWords = new Set(entries(lists('claims/chain-words')));

  return (document, grammar, names, coreference, incidents, told, arcs) => {
    const page = pageOf(document, grammar, quotationsOf(document.text), names);
    const persons = new Set(names.filter((name) => name.type === 'person').map((name) => name.quote));
    const fullest = fullestNames(names);
    const cast: Cast = { page, names, kinds, bodies, titles, states, persons, fullest, coreference };
    const drafts: Draft[] = [];
    for (const sentence of document.sentences) {
      if (!isOwn(sentence)) continue;
      const cues = cuesOf(page, sentence, lexicon);
      const last = drafts.at(-1)?.speaker ?? undefined;
      for (const draft of draftsOf(cast, sentence, cues, chainWords, last)) drafts.push(draft);
    }
    const about = prepareAbout(incidents);
    const cued = withLoneQuotations(page, drafts);
    const heard = heardBeside(cast, cued, told, arcs);
    return withoutRepeats([...cued, ...heard]).map(({ sentence, ...draft }, at) => ({
      ...draft,
      id: `c${at + 1}`,
      about: about(draft, sentence),
    }));
  };
}
