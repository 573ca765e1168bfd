import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSpans, Reading, ReportInput } from '../record/index.js';
import { anyEncoded } from './any-encoded.fixture.js';
import { anyText, checkReading } from './any-text.fixture.js';
import { reader } from './reader.fixture.js';

const { read } = await reader();
/** Reads as if the language model had said just anything: quick, and harder on the rest than the model is. */
const { read: readAnyhow } = await reader(anyEncoded);

const examples = readFileSync(new URL('../../examples/reports.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => ReportInput.parse(JSON.parse(line)));

/** Each example is read once for all tests that look at it. */
const readings: Reading[] = [];
for (const report of examples) readings.push(await read(report));

describe('a reading', () => {
  it.each(readings.map((reading, at) => [reading.id, reading, examples[at]] as const))(
    'of %s is whole and rests on its words',
    (_, reading, report) => {
      expect(Reading.parse(checkReading(reading))).toEqual(reading);
      expect(reading.text).toBe(report?.text);
    },
  );

  it('takes nothing from the lines of another story', () => {
    for (const reading of readings) {
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

  it('is the same whatever was read before, in whatever order, and at the same time', async () => {
    const fresh = await reader();
    const atOnce = await Promise.all([...examples].reverse().map((report) => fresh.read(report)));
    expect(atOnce.reverse()).toEqual(readings);
  });

  it('names the models that had a part in it', async () => {
    const { models } = (await read({ text: 'A man died.' })).reader;
    expect(models).toEqual({ gazetteer: expect.any(String), language: expect.any(String) });
  });

  it('takes words that every object knows for words like others', async () => {
    for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const Word = word.charAt(0).toUpperCase() + word.slice(1);
      const text =
        `${Word} of St. ${Word} said the ${word} killed ${word} people ${word} km north of Kirkuk on ${word} 3. ` +
        `${word}. ${Word} told them; a ${word} of ${word} was shot dead in ${Word}, ${Word} ${Word} said.`;
      const reading = checkReading(await read({ text, published: '2024-02-08' }));
      expect(checkReading(await readAnyhow({ text })).text).toBe(text);
      expect(JSON.stringify({ ...reading, text: '' })).not.toMatch(/native code|NaN|\[object/);
    }
  });

  it('keeps what came with the report', async () => {
    const reading = await read({ id: 'x', text: 'A man died.', outlet: 'The Post', extra: { desk: 7 } });
    expect(reading).toMatchObject({ id: 'x', report: { outlet: 'The Post' }, extra: { desk: 7 } });
  });

  it('says so when the text is not English', async () => {
    const text = 'El ejército dijo que había tomado la ciudad en el norte del país este lunes por la tarde.';
    expect((await read({ text })).notes.map((note) => note.code)).toContain('language');
    const english = 'The army said that it had taken the town in the north.';
    expect((await read({ text: english })).notes).toEqual([]);
  });
});

describe('a text of one word, over and over', () => {
  it('is read like any other', async () => {
    const text = 'killed '.repeat(150_000);
    expect(checkSpans(await readAnyhow({ text })).text).toBe(text);
  }, 60_000);

  it('gives no incidents', async () => {
    expect(checkSpans(await read({ text: 'killed '.repeat(1_000) })).incidents).toEqual([]);
  });
});

describe('any text at all', () => {
  const holds = (by: typeof read) =>
    fc.asyncProperty(anyText, async (text) => {
      checkReading(await by({ text, published: '2024-02-08' }));
    });

  it('gives a valid reading whose spans cut their quotes', async () => {
    await fc.assert(holds(read), { numRuns: 200 });
  });

  it('does so whatever the language model says', async () => {
    await fc.assert(holds(readAnyhow), { numRuns: 1_000 });
  });
});
