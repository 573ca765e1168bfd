import type { Name, Speaker, SpeakerKind } from '../../record/index.js';
import type { Coreference } from '../names/index.js';
import { firstWhere } from '../search.js';
import type { Page, Stretch } from './words.js';

/** A speaker without its place. */
export type Resolved = Pick<Speaker, 'name' | 'kind'>;

/** What the stage knows of a report while it looks for speakers. */
export interface Cast {
  readonly page: Page;
  readonly names: readonly Name[];
  readonly coreference: Coreference;
  readonly kinds: ReadonlyMap<string, SpeakerKind>;
  readonly titles: ReadonlySet<string>;
  /** Words for bodies of people, "ministry" and "army", that "he" cannot stand for. */
  readonly bodies: ReadonlySet<string>;
  /** Places that speak for their governments: "Moscow", "Iran". */
  readonly states: ReadonlySet<string>;
  /** The names of persons in the report. */
  readonly persons: ReadonlySet<string>;
  /** The longest form of each entity. */
  readonly fullest: ReadonlyMap<string, Name>;
}

/** The names that stand in a stretch of tokens. */
export function namesIn(cast: Cast, stretch: Stretch): Name[] {
  const { tokens } = cast.page.document;
  return namesBetween(cast.names, tokens[stretch.first]?.start ?? 0, tokens[stretch.last - 1]?.end ?? 0);
}

/** The names that lie between two characters. */
export function namesBetween(names: readonly Name[], start: number, end: number): Name[] {
  const found: Name[] = [];
  for (let at = firstWhere(names, (name) => name.start >= start); at < names.length; at++) {
    const name = names[at];
    if (name === undefined || name.start >= end) break;
    if (name.end <= end) found.push(name);
  }
  return found;
}
