import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSpans, Reading, ReportInput } from '../record/index.js';
import { reader } from './reader.fixture.js';

const { read } = reader();

const examples = readFileSync(new URL('../../examples/reports.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => ReportInput.parse(JSON.parse(line)));

describe('a reading', () => {
  it.each(examples.map((report) => [report.id, report] as const))(
    'of %s is whole and rests on its words',
    (_, report) => {
      const reading = checkSpans(read(report));
      expect(Reading.parse(reading)).toEqual(reading);
      expect(reading.text).toBe(report.text);
      for (const claim of reading.incidents.flatMap((incident) =>
        incident.mentions.flatMap(({ claim }) => claim ?? []),
      )) {
        expect(reading.claims.map(({ id }) => id)).toContain(claim);
      }
      for (const id of reading.claims.flatMap((claim) => claim.about)) {
        expect(reading.incidents.map((incident) => incident.id)).toContain(id);
      }
    },
  );

  it('takes nothing from the lines of another story', () => {
    for (const report of examples) {
      const reading = read(report);
      const spans = [
        ...reading.incidents.flatMap((incident) => incident.mentions),
        ...reading.claims,
        ...reading.places,
        ...reading.times,
        ...reading.names,
      ];
      for (const { start, end } of spans) {
        expect(reading.unrelated.some((line) => line.start < end && start < line.end)).toBe(false);
      }
    }
  });

  it('is the same whatever was read before, and in whatever order', () => {
    const alone = examples.map((report) => JSON.stringify(reader().read(report)));
    const backwards = [...examples]
      .reverse()
      .map((report) => JSON.stringify({ ...read(report), reader: undefined }));
    const again = alone.map((line) => JSON.stringify({ ...JSON.parse(line), reader: undefined }));
    expect(backwards.reverse()).toEqual(again);
  });

  it('keeps what came with the report', () => {
    const reading = read({ id: 'x', text: 'A man died.', outlet: 'The Post', extra: { desk: 7 } });
    expect(reading).toMatchObject({ id: 'x', report: { outlet: 'The Post' }, extra: { desk: 7 } });
  });

  it('says so when the text is not English', () => {
    const text = 'El ejército dijo que había tomado la ciudad en el norte del país este lunes por la tarde.';
    expect(read({ text }).notes.map((note) => note.code)).toContain('language');
    expect(read({ text: 'The army said that it had taken the town in the north.' }).notes).toEqual([]);
  });
});

const newsWords = fc.constantFrom(
  ...'the a two dozens killed wounded police said attack in Kabul on Monday by rebels “ ” , . \n at least 5 was Mr. al-Haddad'.split(
    ' ',
  ),
);
const texts = fc.oneof(
  fc.array(newsWords, { minLength: 1, maxLength: 60 }).map((words) => words.join(' ')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 150 }),
);

describe('a text of one word, over and over', () => {
  it('is read like any other', () => {
    const text = 'killed '.repeat(150_000);
    expect(checkSpans(read({ text })).incidents).toEqual([]);
  });
});

describe('any text at all', () => {
  it('gives a valid reading whose spans cut their quotes', () => {
    fc.assert(
      fc.property(texts, (text) => {
        Reading.parse(checkSpans(read({ text, published: '2024-02-08' })));
      }),
      { numRuns: 300 },
    );
  });
});
