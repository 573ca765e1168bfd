import type { Precision } from '../../record/index.js';
import type { Place } from './gazetteer.js';
import { BLOCK, findString, packStrings, type StringTable, stringAt } from './strings.js';

/**
 * What kind of town: `section` is a part of a town, `seat` the seat of a first-level division. `region` and `district`
 * are no towns but divisions of the first and second level, with the middle of their towns.
 */
export type TownKind = 'town' | 'section' | 'capital' | 'seat' | 'lesser seat' | 'region' | 'district';
const TOWN_KINDS: readonly TownKind[] = [
  'town',
  'section',
  'capital',
  'seat',
  'lesser seat',
  'region',
  'district',
];
const PRECISIONS: Readonly<Partial<Record<TownKind, Precision>>> = {
  section: 'exact',
  region: 'region',
  district: 'district',
};

/** A town as it goes into the file. `names` are folded; the first is that of the town itself, the others are alternates. */
export interface Town {
  /** The number of GeoNames; 0 for a division, which goes by its code. */
  readonly id: number;
  readonly name: string;
  readonly names: readonly string[];
  /** How the name sounds (see `soundOf`), where its spelling varies; else empty. */
  readonly sound: string;
  readonly lat: number;
  readonly lon: number;
  /** ISO 3166-1 alpha-2, first-level and, where known, second-level division as GeoNames codes them: "US.IL.167". */
  readonly division: string;
  readonly kind: TownKind;
  readonly population: number;
}

/** South, west, north and east edge of where a country's towns are, one in twenty left outside on each side; degrees. */
export type Extent = readonly [number, number, number, number];

interface Header {
  readonly version: string;
  readonly source: string;
  readonly longest: number;
  readonly towns: number;
  readonly names: number;
  readonly divisions: readonly string[];
  readonly extents: Readonly<Record<string, Extent>>;
  /** The lengths in bytes of the sections, in the order in which they stand. */
  readonly sections: readonly number[];
}

/** The towns of the world, as they are in the file: nothing is unpacked until it is asked for. */
export interface Cities {
  readonly header: Header;
  readonly townNames: StringTable;
  readonly keys: StringTable;
  /** For each block of keys, how many postings stand before it. */
  readonly postingsBefore: Uint32Array;
  readonly postings: Uint8Array;
  readonly records: Uint8Array;
}

const MAGIC = 'DATELINE-CITIES-2\n';
const RECORD = 15;
/** Two bytes tell the division. */
const MOST_DIVISIONS = 65_536;
/** In front of a key that is a sound and no name; folded names have no such character. */
const SOUND = '~';
/** Set on a posting whose name is an alternate one of its town. */
const ALTERNATE = 1 << 23;

/** Packs towns into the bytes of a gazetteer file; the same towns in the same order give the same bytes. */
export function packCities(
  towns: readonly Town[],
  facts: { version: string; source: string; extents: Readonly<Record<string, Extent>> },
): Uint8Array {
  const order = [...towns].sort(
    (a, b) => byBytes(a.name, b.name) || a.id - b.id || byBytes(a.division, b.division),
  );
  const divisions = [...new Set(order.map((town) => town.division))].sort();
  if (divisions.length > MOST_DIVISIONS)
    throw new RangeError(
      `There are ${divisions.length} divisions, and ${MOST_DIVISIONS} at most can be told apart.`,
    );
  const divisionAt = new Map(divisions.map((division, index) => [division, index]));
  const records = new Uint8Array(order.length * RECORD);
  order.forEach((town, index) => {
    const at = index * RECORD;
    put(records, at, 3, town.id);
    put(records, at + 3, 3, Math.round((town.lat + 90) * 1e4));
    put(records, at + 6, 3, Math.round((town.lon + 180) * 1e4));
    put(records, at + 9, 3, Math.min(0xffffff, Math.round(town.population / 10)));
    put(records, at + 12, 2, divisionAt.get(town.division) ?? 0);
    put(records, at + 14, 1, TOWN_KINDS.indexOf(town.kind));
  });
  const names = postingsOf(order);
  const keys = packStrings(names.keys, (index) => names.postings[index]?.length ?? 0);
  const townNames = packStrings(
    order.map((town) => town.name),
    () => 0,
  );
  const postings = new Uint8Array(names.postings.reduce((sum, list) => sum + list.length, 0) * 3);
  const before: number[] = [];
  let written = 0;
  names.postings.forEach((list, index) => {
    if (index % BLOCK === 0) before.push(written);
    for (const posting of list) put(postings, 3 * written++, 3, posting);
  });
  const sections = [
    records,
    townNames.bytes,
    bytesOf(townNames.blocks),
    keys.bytes,
    bytesOf(keys.blocks),
    bytesOf(Uint32Array.from(before)),
    postings,
  ];
  const header: Header = {
    ...facts,
    longest: names.keys.reduce((most, key) => Math.max(most, key.split(' ').length), 0),
    towns: order.length,
    names: names.keys.length,
    divisions,
    sections: sections.map((section) => section.length),
  };
  return Buffer.concat([Buffer.from(`${MAGIC}${JSON.stringify(header)}\n`), ...sections]);
}

/** Opens the bytes of a gazetteer file. Throws where they are no such file, or one cut short. */
export function openCities(file: Uint8Array): Cities {
  const start = Buffer.from(file.buffer, file.byteOffset, Math.min(MAGIC.length, file.length)).toString(
    'latin1',
  );
  if (start !== MAGIC) {
    throw new Error('This is no gazetteer of this version. Make it again with `npm run gazetteer`.');
  }
  const end = file.indexOf(10, MAGIC.length);
  const header = JSON.parse(new TextDecoder().decode(file.subarray(MAGIC.length, end))) as Header;
  let at = end + 1;
  const cut = header.sections.map((length) => {
    at += length;
    return file.subarray(at - length, at);
  });
  if (at !== file.length) {
    throw new Error(`The gazetteer has ${file.length} bytes and should have ${at}. Fetch or make it again.`);
  }
  const section = (index: number) => cut[index] ?? new Uint8Array();
  return {
    header,
    records: section(0),
    townNames: { size: header.towns, bytes: section(1), blocks: words(section(2)) },
    keys: { size: header.names, bytes: section(3), blocks: words(section(4)) },
    postingsBefore: words(section(5)),
    postings: section(6),
  };
}

/** The towns whose names sound so (see `soundOf`), most populous first. */
export function townsSounding(cities: Cities, sound: string): Place[] {
  return sound === '' ? [] : townsNamed(cities, SOUND + sound);
}

/** The towns of a folded name, most populous first. */
export function townsNamed(cities: Cities, key: string): Place[] {
  const found = findString(cities.keys, key);
  if (found === undefined) return [];
  const first = (cities.postingsBefore[found.block] ?? 0) + found.before;
  return Array.from({ length: found.count }, (_, index) =>
    townAt(cities, take(cities.postings, 3 * (first + index), 3)),
  );
}

/** The town that a posting points at; a posting below the number of towns is the town's own place in the file. */
export function townAt(cities: Cities, posting: number): Place {
  const index = posting & ~ALTERNATE;
  const at = index * RECORD;
  const code = cities.header.divisions[take(cities.records, at + 12, 2)] ?? '';
  const [country = '', first = '', second] = code.split('.');
  const kind = TOWN_KINDS[cities.records[at + 14] ?? 0] ?? 'town';
  const id = take(cities.records, at, 3);
  return {
    id: id === 0 ? `division:${code}` : `geonames:${id}`,
    name: stringAt(cities.townNames, index),
    country,
    division: `${country}.${first}`,
    ...(second ? { district: code } : {}),
    kind,
    lat: degrees(take(cities.records, at + 3, 3), 90),
    lon: degrees(take(cities.records, at + 6, 3), 180),
    precision: PRECISIONS[kind] ?? 'city',
    population: take(cities.records, at + 9, 3) * 10,
    isAlternate: (posting & ALTERNATE) !== 0,
  };
}

/** For each folded name, in order, its towns: the most populous first, 255 of them at most. */
function postingsOf(order: readonly Town[]): { keys: string[]; postings: number[][] } {
  const byName = new Map<string, number[]>();
  order.forEach((town, index) => {
    const sounds = town.sound ? [SOUND + town.sound] : [];
    for (const [nth, name] of [...new Set([...town.names, ...sounds])].entries()) {
      const list = byName.get(name);
      const posting = nth === 0 ? index : index | ALTERNATE;
      if (list) list.push(posting);
      else byName.set(name, [posting]);
    }
  });
  const population = (posting: number) => order[posting & ~ALTERNATE]?.population ?? 0;
  const id = (posting: number) => order[posting & ~ALTERNATE]?.id ?? 0;
  const keys = [...byName.keys()].sort(byBytes);
  const postings = keys.map((key) =>
    (byName.get(key) ?? []).sort((a, b) => population(b) - population(a) || id(a) - id(b)).slice(0, 255),
  );
  return { keys, postings };
}

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const degrees = (stored: number, offset: number) => Math.round(stored - offset * 1e4) / 1e4;

function put(into: Uint8Array, at: number, width: number, value: number): void {
  for (let byte = 0; byte < width; byte++) into[at + byte] = (value >>> (8 * byte)) & 255;
}

function take(from: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let byte = 0; byte < width; byte++) value |= (from[at + byte] ?? 0) << (8 * byte);
  return value;
}

/** Numbers of four bytes, lowest byte first whatever the machine. */
function bytesOf(numbers: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 4);
  numbers.forEach((number, index) => {
    put(bytes, 4 * index, 4, number);
  });
  return bytes;
}

function words(bytes: Uint8Array): Uint32Array {
  return Uint32Array.from({ length: bytes.length / 4 }, (_, index) => take(bytes, 4 * index, 4) >>> 0);
}
