import { daysOf, type JoinedSource, type Reading } from '../record/index.js';
import { copiesAmong, ownWords, type Text } from './copies.js';
import {
  type Agencies,
  authorsOf,
  creditsIn,
  creditsOfByline,
  folded,
  type KnownName,
  knownNames,
  outletKey,
} from './outlets.js';

/** What stands before the name of an outlet: "the Turkish news agency". */
const OUTLET_NOUN =
  /^(?:the )?(?:[\p{L}-]+ ){0,2}?(?:(?:news )?(?:paper|newspaper|daily|weekly|broadcaster|agency|site|website|station|channel|outlet) )+|^the /u;

/** What is known of who tells a report, and from whom it has it. */
export interface Teller {
  readonly report: string;
  readonly reading: Reading;
  /** What its outlet is known by; undefined where it has neither a name nor an address. */
  readonly outlet: string | undefined;
  readonly authors: readonly string[];
  /** Whom the report as a whole credits: byline, credit line, dateline. */
  readonly credits: readonly KnownName[];
  /** Whom any of its words cite. */
  readonly cites: readonly KnownName[];
  /** When it was published, in milliseconds from 1970; infinite where that is not known. */
  readonly published: number;
  readonly copyOf: string | null;
  /** Whether it is about the incident, and does not just recall it. */
  readonly isCore: boolean;
}

/** Who has it from whom, among the reports of one incident. */
export interface Sources {
  readonly tellers: ReadonlyMap<string, Teller>;
  readonly names: readonly KnownName[];
}

/** Works out who has it from whom. `readings` are of different reports; `core` has the ids of those that are about it. */
export function sourcesAmong(
  readings: readonly Reading[],
  core: ReadonlySet<string>,
  agencies: Agencies,
): Sources {
  const outlets = readings.flatMap(({ report }) => report.outlet ?? []);
  const names = knownNames(outlets, agencies);
  const tellers = readings.map((reading) => tellerOf(reading, core, names, agencies));
  const copies = copiesAmong(tellers.map((teller) => textOf(teller, agencies)));
  return {
    names,
    tellers: new Map(
      tellers.map((teller) => [teller.report, { ...teller, copyOf: copies.get(teller.report) ?? null }]),
    ),
  };
}

function tellerOf(
  reading: Reading,
  core: ReadonlySet<string>,
  names: readonly KnownName[],
  agencies: Agencies,
): Teller {
  const { report, text } = reading;
  const outlet = outletKey(report, agencies);
  const notOwn = ({ key }: KnownName) => key !== outlet;
  const credited = new Set(report.agencies.map(({ name }) => folded(name)));
  const inText = names.filter(({ key, isAgency }) => isAgency && credited.has(key));
  return {
    report: reading.id,
    reading,
    outlet,
    authors: authorsOf(report.byline, names),
    credits: unique([...creditsOfByline(report.byline, names), ...inText]).filter(notOwn),
    cites: unique([...creditsIn(text, '', names), ...mediaOf(reading, names)]).filter(notOwn),
    published: publishedAt(report.published?.edtf),
    copyOf: null,
    isCore: core.has(reading.id),
  };
}

/** The outlets and agencies that speak in a report or pass claims on. */
function mediaOf({ claims }: Reading, names: readonly KnownName[]): KnownName[] {
  const said = claims.flatMap(({ speaker, chain }) => [
    ...(speaker ? [speaker.name] : []),
    ...chain.map(({ name }) => name),
  ]);
  return said.flatMap((name) => named(name, names));
}

/** The outlet or agency that a speaker is, if it is one: "AFP", "the news outlet Chindwin Monitor". */
export function named(speaker: string, names: readonly KnownName[]): KnownName[] {
  const plain = folded(speaker).replace(OUTLET_NOUN, '');
  return names.filter(({ key, spoken }) => key === plain || spoken === plain).slice(0, 1);
}

function unique(names: readonly KnownName[]): KnownName[] {
  return [...new Map(names.map((known) => [known.key, known])).values()];
}

/** When a day or time begins, in milliseconds from 1970; infinite where it is not known. */
export function publishedAt(edtf: string | undefined): number {
  if (edtf === undefined) return Infinity;
  const days = daysOf(edtf);
  if (days === undefined || !Number.isFinite(days.first)) return Infinity;
  const clock = /T(\d\d)(?::(\d\d))?/.exec(edtf);
  const minutes = clock ? Number(clock[1]) * 60 + Number(clock[2] ?? 0) : 0;
  return days.first * 86_400_000 + minutes * 60_000;
}

function textOf(teller: Teller, agencies: Agencies): Text {
  const { report, reading, outlet, published } = teller;
  const isAgency = reading.report.outlet !== null && agencies.names.has(reading.report.outlet.trim());
  const credits = new Set([...teller.credits, ...teller.cites].map(({ key }) => key));
  return { id: report, words: ownWords(reading), outlet, isAgency, credits, published };
}

/** What the joined record says of each report: whom it credits, whose copy it is, whom it cites. */
export function sourceRows({ tellers }: Sources): JoinedSource[] {
  return [...tellers.values()].map((teller) => ({
    report: teller.report,
    outlet: teller.reading.report.outlet,
    agencies: teller.credits.filter(({ isAgency }) => isAgency).map(({ name }) => name),
    copyOf: teller.copyOf,
    cites: unique([...teller.credits, ...teller.cites]).map((known) => citedReport(known, teller, tellers)),
  }));
}

/**
 * The report that is cited: the wire that is copied, else of the outlet's reports that were out by then one that is about
 * the incident, else the latest. The name of the outlet where none of its reports is here.
 */
function citedReport(known: KnownName, teller: Teller, tellers: ReadonlyMap<string, Teller>): string {
  const theirs = [...tellers.values()].filter(({ outlet }) => outlet === known.key);
  const [best] = theirs.sort(
    (a, b) =>
      Number(b.report === teller.copyOf) - Number(a.report === teller.copyOf) ||
      Number(a.published > teller.published) - Number(b.published > teller.published) ||
      Number(b.isCore) - Number(a.isCore) ||
      (a.published === b.published ? 0 : b.published - a.published) ||
      (a.report < b.report ? -1 : 1),
  );
  return best?.report ?? known.name;
}
