import { cut, type Incident, type KeptIncident } from '../record/index.js';

export const text = `Teacher Amal Rashid and eight pupils were killed when a drone hit a school bus near Al-Qaim on Friday.
A shepherd was wounded. Rashid, 34, had taught in Al-Qaim since 2009, the mayor said.`;

/** The span of some words of the text above. */
export function words(quote: string) {
  const start = text.indexOf(quote);
  return cut(text, start, start + quote.length);
}

/** An incident of the text above, with whatever is given changed. */
export function kept(
  incident: Partial<Incident> = {},
  report: Partial<KeptIncident['report']> = {},
): KeptIncident {
  return {
    report: {
      hash: 'a'.repeat(64),
      id: 'report-1',
      title: 'Drone kills teacher Amal Rashid, pupils',
      outlet: 'The Example, Daily',
      url: 'https://example.org/2024/drone-kills-teacher-amal-rashid',
      published: { edtf: '2024-02-10', basis: 'given', why: 'it came with the report' },
      invented: true,
      ...report,
    },
    incident: {
      id: 'i1',
      kind: 'air_strike',
      realis: 'happened',
      core: true,
      number: 1,
      mentions: [words('a drone hit a school bus')],
      when: {
        edtf: '2024-02-09',
        ...words('on Friday'),
        basis: 'worked out',
        rule: 'the Friday before publication',
      },
      where: {
        name: 'Al-Qaim',
        country: 'IQ',
        lat: 34.37,
        lon: 41.09,
        precision: 'city',
        gazetteer: 'geonames:100077',
        candidates: [],
        ...words('near Al-Qaim'),
      },
      who: [
        {
          role: 'recipient',
          name: 'Amal Rashid',
          aliases: ['Rashid'],
          type: 'person',
          side: 'civilians',
          mentions: [words('Teacher Amal Rashid'), words('Rashid')],
        },
        {
          role: 'recipient',
          name: 'shepherd',
          aliases: [],
          type: 'person',
          side: 'civilians',
          mentions: [words('A shepherd')],
        },
        {
          role: 'actor',
          name: 'United States',
          aliases: ['US'],
          type: 'state',
          side: 'external force',
          mentions: [words('a drone')],
        },
      ],
      means: [words('drone')],
      toll: [
        {
          outcome: 'killed',
          low: 8,
          high: 8,
          of: 'pupils',
          status: 'civilian',
          ...words('eight pupils were killed'),
        },
        {
          outcome: 'killed',
          low: 9,
          high: 9,
          of: 'Amal Rashid and eight pupils',
          status: 'civilian',
          ...words('Amal Rashid and eight pupils'),
        },
        { outcome: 'injured', low: 1, high: null, of: 'shepherd', status: 'civilian', ...words('wounded') },
      ],
      ...incident,
    },
  };
}

export async function* stream<T>(items: Iterable<T>): AsyncIterable<T> {
  yield* items;
}

export async function collect(pieces: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const piece of pieces) all += piece;
  return all;
}
