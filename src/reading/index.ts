import { type Note, type Reading, type ReportInput, reportId } from '../record/index.js';
import { attribute, prepareClaims } from './claims/index.js';
import { type Language, prepareArcs, prepareEncoder } from './encoder/index.js';
import { prepareIncidents } from './incidents/index.js';
import type { Lists } from './lists.js';
import { prepareCoreference, prepareNames } from './names/index.js';
import { type Gazetteer, isLocation, preparePlaces } from './places/index.js';
import { prepareSyntax } from './syntax/index.js';
import { looksEnglish, prepareAgencies, prepareText } from './text/index.js';
import { prepareTimes } from './times/index.js';

export { type Engine, type Language, type LanguageFiles, openLanguage } from './encoder/index.js';
export type { Lists } from './lists.js';
export { type Gazetteer, gazetteerFrom } from './places/index.js';

/** Reads reports. The same report gives the same reading, whatever was read before it. */
export interface Reader {
  readonly version: string;
  /** The name and version of each model and gazetteer that has a part in a reading. */
  readonly models: Readonly<Record<string, string>>;
  /** Rejects only where the engine of the language model fails. Readings that overlap do not disturb each other. */
  read(report: ReportInput): Promise<Reading>;
}

/** What a reader is made of. All of it is handed in: reading touches no disk, clock or network. */
export interface ReaderParts {
  readonly version: string;
  readonly lists: Lists;
  readonly gazetteer: Gazetteer;
  readonly language: Language;
}

/**
 * A reader, its word lists read and its stages ready. Throws where a list is missing. `encode` takes the place of the
 * language model where a test wants it to say something else.
 */
export function createReader(
  { version, lists, gazetteer, language }: ReaderParts,
  encode = prepareEncoder(language),
): Reader {
  const readText = prepareText(lists);
  const readAgencies = prepareAgencies(lists);
  const readSyntax = prepareSyntax(lists);
  const readNames = prepareNames(lists);
  const readCoreference = prepareCoreference(lists);
  const readTimes = prepareTimes(lists);
  const readPlaces = preparePlaces(lists, gazetteer);
  const readIncidents = prepareIncidents(lists, language.card.incidents.kinds);
  const readClaims = prepareClaims(lists);
  const arcsOf = prepareArcs(language.card.incidents);
  const models = { gazetteer: gazetteer.version, language: language.version };

  return {
    version,
    models,
    async read(input) {
      const document = readText(input);
      const isEnglish = looksEnglish(document);
      const encoded = await encode(document);
      const grammar = readSyntax(document, encoded);
      const names = readNames(document, grammar, encoded);
      const coreference = readCoreference(document, grammar, names);
      const times = readTimes(document, grammar);
      const places = readPlaces(document, grammar, names);
      const { told } = encoded;
      const arcs = arcsOf(document, told);
      const incidents = readIncidents(
        document,
        grammar,
        names,
        coreference,
        times,
        places.filter(isLocation),
        told,
        arcs,
      );
      const claims = readClaims(document, grammar, names, coreference, incidents, told, arcs);
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
          language: input.language ?? (isEnglish ? 'en' : null),
          agencies: readAgencies(document),
          parts: [...document.parts],
        },
        incidents: attribute(incidents, claims),
        claims,
        times: [...times.expressions],
        places: [...places],
        names: [...names],
        unrelated: [...document.unrelated],
        notes: [...languageNotes(input, isEnglish), ...times.notes],
        ...(input.extra === undefined ? {} : { extra: input.extra }),
      };
    },
  };
}

function languageNotes({ language }: ReportInput, looksSo: boolean): Note[] {
  if (language ? /^en\b/i.test(language) : looksSo) return [];
  return [
    {
      code: 'language',
      message: 'This does not look like English, and only English is read: expect little, and check it.',
    },
  ];
}
