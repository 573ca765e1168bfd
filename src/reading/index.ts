import { type Note, type Reading, type ReportInput, reportId } from '../record/index.js';
import { attribute, prepareClaims } from './claims/index.js';
import { prepareIncidents } from './incidents/index.js';
import type { Lists } from './lists.js';
import { prepareNames } from './names/index.js';
import { type Gazetteer, preparePlaces } from './places/index.js';
import { prepareSyntax } from './syntax/index.js';
import { type Document, looksEnglish, prepareAgencies, prepareText } from './text/index.js';
import { prepareTimes } from './times/index.js';

export type { Lists } from './lists.js';
export { type Gazetteer, gazetteerFrom } from './places/index.js';

/** Reads reports. The same report gives the same reading, whatever was read before it. */
export interface Reader {
  readonly version: string;
  /** The name and version of each model and gazetteer that has a part in a reading. */
  readonly models: Readonly<Record<string, string>>;
  read(report: ReportInput): Reading;
}

/** What a reader is made of. All of it is handed in: reading touches no disk, clock or network. */
export interface ReaderParts {
  readonly version: string;
  readonly lists: Lists;
  readonly gazetteer: Gazetteer;
}

/** A reader, its word lists read and its stages ready. Throws where a list is missing. */
export function createReader({ version, lists, gazetteer }: ReaderParts): Reader {
  const readText = prepareText(lists);
  const readAgencies = prepareAgencies(lists);
  const readSyntax = prepareSyntax();
  const readNames = prepareNames(lists);
  const readTimes = prepareTimes(lists);
  const readPlaces = preparePlaces(lists, gazetteer);
  const readIncidents = prepareIncidents(lists);
  const readClaims = prepareClaims(lists);
  const models = { gazetteer: gazetteer.version };

  return {
    version,
    models,
    read(input) {
      const document = readText(input);
      const grammar = readSyntax(document);
      const names = readNames(document, grammar);
      const times = readTimes(document, grammar);
      const places = readPlaces(document, grammar, names);
      const incidents = readIncidents(document, grammar, names, times, places);
      const claims = readClaims(document, grammar, names, incidents);
      return {
        id: reportId(input),
        text: input.text,
        reader: { version, models },
        report: {
          title: input.title ?? null,
          byline: input.byline ?? null,
          outlet: input.outlet ?? null,
          url: input.url ?? null,
          published: times.published,
          language: input.language ?? (looksEnglish(document) ? 'en' : null),
          agencies: readAgencies(document),
          parts: [...document.parts],
        },
        incidents: attribute(incidents, claims),
        claims,
        times: [...times.expressions],
        places: [...places],
        names: [...names],
        unrelated: [...document.unrelated],
        notes: [...languageNotes(input, document), ...times.notes],
        ...(input.extra === undefined ? {} : { extra: input.extra }),
      };
    },
  };
}

function languageNotes(input: ReportInput, document: Document): Note[] {
  const isEnglish = input.language ? /^en\b/i.test(input.language) : looksEnglish(document);
  if (isEnglish) return [];
  return [
    {
      code: 'language',
      message: 'This does not look like English, and only English is read: expect little, and check it.',
    },
  ];
}
