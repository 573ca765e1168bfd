import type { Document } from '../text/index.js';
import { partOf } from './compass.js';
import type { Found } from './found.js';
import type { Place } from './gazetteer.js';
import type { Named, TypedRun } from './named.js';
import type { Scored } from './resolve.js';
import { anchorOf, isTown, knownSection, type Surroundings } from './sites.js';
import { placeOfUnknown } from './unknown.js';

/** A run that no name of the gazetteer stands for: a site, a part of a town, an unknown county. */
export function siteOf(run: TypedRun, around: Surroundings): Found[] {
  const isKnown = around.meant[run.sentence]?.some(
    ({ name }) =>
      (name.kind !== undefined && name.first === run.from && name.last === run.to) ||
      (name.isOwnPlace && name.first <= run.first && run.last <= name.last),
  );
  if (isKnown) return [];
  if (run.kind === 'town') {
    const found = placeOfUnknown(
      { ...run, start: around.document.tokens[run.from]?.start ?? run.start },
      around,
    );
    return found ? [{ start: run.start, end: run.end, ...found, isFixed: true }] : [];
  }
  const anchor = anchorOf(run, around);
  if (!anchor) return [];
  const isSite = run.kind === 'site' || run.kind === 'section' || (run.kind === 'district' && isTown(anchor));
  const place = (isSite && knownSection(run, anchor, around)) || anchor;
  const text = around.document.text.slice(run.start, run.end);
  const name = text.includes(anchor.name) || anchor.precision === 'area' ? text : `${text}, ${anchor.name}`;
  const precision = precisionOf(run, place, isSite);
  const rule =
    place === anchor
      ? `by ${anchor.name}, which its words or the words around it name`
      : `a part of ${anchor.name} that the gazetteer has`;
  return [{ start: run.start, end: run.end, place: { ...place, precision }, name, rule, isFixed: true }];
}

/** A named site in a town is exact, with the middle of the town; where only its region is known it is no finer. */
function precisionOf(run: TypedRun, place: Place, isSite: boolean): Place['precision'] {
  if (isSite && ['city', 'exact', 'district'].includes(place.precision)) return 'exact';
  return run.kind === 'district' ? 'district' : place.precision;
}

/** A name with the place that it means, or the part of it that a word of the compass makes: "northern Mali". */
export function nameOf(document: Document, name: Named, scored: readonly Scored[], rule: string): Found[] {
  const best = scored[0];
  if (!best) return [];
  const part = partOf(document, name, best.place);
  if (part) {
    const quote = document.text.slice(part.start, part.end);
    return [{ ...part, name: quote, rule: `a part of ${best.place.name} by the compass`, isFixed: true }];
  }
  const { start, end, isAttribute = false } = name;
  return [{ start, end, place: best.place, others: scored, rule, isAttribute }];
}
