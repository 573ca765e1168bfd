import type { Format } from './gold.js';

/** Who says what a name is: the 18 kinds of OntoNotes, our names, our descriptions, compromise's three. */
export type Scheme = 'OntoNotes' | 'names' | 'described' | 'compromise';

/** A way to compare names whose kinds have other words. */
export interface Comparison {
  /** One word for the line of figures. */
  readonly key: string;
  readonly title: string;
  /** The kinds that are compared, in the order of the table. */
  readonly kinds: readonly string[];
  /** Whether an article before a name and a possessive after it belong to it; else neither side has them. */
  readonly exactBorders: boolean;
  /** The kind that a kind of the gold file stands for; undefined where it is not compared. */
  readonly ofGold: (kind: string) => string | undefined;
  /** The same for what a reader says; the whole is undefined for a scheme that is not compared here. */
  readonly ofSaid: (scheme: Scheme) => ((kind: string) => string | undefined) | undefined;
  /** The kinds that a scheme has a word for. */
  readonly known: (scheme: Scheme) => readonly string[];
}

type Table = Readonly<Record<string, string>>;

/** Every scheme on five kinds that all of them can be told in. */
const SHARED: Readonly<Record<Scheme, Table>> = {
  OntoNotes: {
    PERSON: 'person',
    ORG: 'organisation',
    GPE: 'place',
    LOC: 'place',
    FAC: 'place',
    NORP: 'nationality',
    EVENT: 'other',
    PRODUCT: 'other',
    WORK_OF_ART: 'other',
    LAW: 'other',
    LANGUAGE: 'other',
  },
  names: {
    person: 'person',
    organisation: 'organisation',
    armed_group: 'organisation',
    place: 'place',
    facility: 'place',
    nationality: 'nationality',
    vehicle: 'other',
    weapon: 'other',
    event: 'other',
  },
  described: {
    person: 'person',
    organisation: 'organisation',
    location: 'place',
    nationality: 'nationality',
    vehicle: 'other',
    weapon: 'other',
  },
  compromise: { person: 'person', organisation: 'organisation', place: 'place' },
};

/** What gold files call the kinds, in lower case. */
const GOLD: Table = {
  per: 'person',
  person: 'person',
  org: 'organisation',
  organisation: 'organisation',
  organization: 'organisation',
  loc: 'place',
  location: 'place',
  place: 'place',
  gpe: 'place',
  fac: 'place',
  facility: 'place',
  norp: 'nationality',
  nationality: 'nationality',
  misc: 'misc',
  other: 'misc',
};

const ONTONOTES = new Set(
  (
    'CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME ' +
    'WORK_OF_ART'
  ).split(' '),
);
const OF_ONTONOTES_ALONE = /^(?:CARDINAL|DATE|FAC|GPE|NORP|ORDINAL|WORK_OF_ART|MONEY|PERCENT|QUANTITY)$/;

const FOUR = ['person', 'organisation', 'place', 'nationality'];

/** The comparisons that a gold file allows, by the kinds that are in it. None where none is known. */
export function comparisonsOf(goldKinds: ReadonlySet<string>, format: Format): Comparison[] {
  if (format === 're3d') {
    return [shared('re3d', 'names and descriptions, exact borders', FOUR, { exactBorders: true })];
  }
  const kinds = [...goldKinds];
  if (kinds.some((kind) => OF_ONTONOTES_ALONE.test(kind))) {
    return [fine(kinds), shared('names4', 'names on four kinds', FOUR, { exactBorders: false })];
  }
  const found = new Set(kinds.map((kind) => GOLD[kind.toLowerCase()]));
  const order = [...FOUR, 'misc'].filter((kind) => found.has(kind));
  return order.length > 0 ? [shared('names', 'names', order, { exactBorders: false })] : [];
}

/** Kind by kind, for those who speak the 18 of OntoNotes. */
function fine(goldKinds: readonly string[]): Comparison {
  const kinds = [...ONTONOTES].filter((kind) => goldKinds.includes(kind));
  const same = (kind: string) => (ONTONOTES.has(kind) ? kind : undefined);
  return {
    key: 'names18',
    title: 'names, the 18 kinds of OntoNotes',
    kinds,
    exactBorders: true,
    ofGold: same,
    ofSaid: (scheme) => (scheme === 'OntoNotes' ? same : undefined),
    known: (scheme) => (scheme === 'OntoNotes' ? kinds : []),
  };
}

function shared(
  key: string,
  title: string,
  kinds: readonly string[],
  { exactBorders }: { exactBorders: boolean },
): Comparison {
  // CoNLL's MISC holds nationalities, events, products, works.
  const compared = (kind: string | undefined) => {
    const instead = kinds.includes('misc') && (kind === 'nationality' || kind === 'other') ? 'misc' : kind;
    return instead !== undefined && kinds.includes(instead) ? instead : undefined;
  };
  return {
    key,
    title,
    kinds,
    exactBorders,
    ofGold: (kind) => compared(GOLD[kind.toLowerCase()]),
    ofSaid: (scheme) => (kind) => compared(SHARED[scheme][kind]),
    known: (scheme) => {
      // Descriptions ("three soldiers") are marked on re3d alone; elsewhere they are no names.
      if (scheme === 'described' && key !== 're3d') return [];
      return kinds.filter((kind) => Object.values(SHARED[scheme]).some((own) => compared(own) === kind));
    },
  };
}
