import { describe, expect, it } from 'vitest';
import { cut, type Reading } from '../../../record/index.js';
import { handmadeReading } from '../cli.fixture.js';
import { whyIncident, whyOf } from './why.js';

const reading = handmadeReading();
const { text } = reading;
const at = (quote: string) => cut(text, text.indexOf(quote), text.indexOf(quote) + quote.length);
const [first] = reading.incidents;
if (first === undefined) throw new Error('the reading made by hand has incidents');
const struck = at('struck');
const from = placeOf(struck);

function placeOf({ start, end }: { start: number; end: number }) {
  return { start, end };
}

/** Every quotation of a sentence stands in the text, just where the sentence says. */
function holds(why: string, of: Reading): string {
  for (const [, quote, start, end] of why.matchAll(/“([^”]*)” \(characters (\d+) to (\d+)\)/g))
    expect(of.text.slice(Number(start), Number(end))).toBe(quote);
  return why;
}

describe('why a value stands in a record', () => {
  it('is told with its words, who gives it, what it was chosen over, and the place it was taken for', () => {
    const { where } = first;
    if (where === undefined) throw new Error('it has a place');
    const value = {
      ...where,
      ...{ basis: 'stated' as const, rule: 'the largest place of that name', score: 0.93 },
      trace: {
        ...{ by: ['model' as const, 'grammar' as const], from },
        over: [{ value: 'Najaf', score: 0.31, ...placeOf(at('Najaf')) }],
      },
    };
    const n = text.indexOf('Najaf');
    expect(holds(whyOf({ label: 'where', shown: 'Basra, Iraq', value }, reading), reading)).toBe(
      `Where: Basra, Iraq, from “Basra” (characters 35 to 40), stated. ` +
        `The model and the grammar of the clause give it to “struck” (characters 8 to 14), score 0.93. ` +
        `It was chosen over Najaf, from “Najaf” (characters ${n} to ${n + 5}) with 0.31. ` +
        'It was taken for geonames:99532, rather than Basra, Yemen with 0.25: the largest place of that name.',
    );
  });

  it('says who says it, and of a party how likely it is the other', () => {
    const [army] = first.who;
    if (army === undefined) throw new Error('it has an actor');
    const value = {
      ...army,
      ...{
        score: 0.7,
        trace: { by: ['grammar' as const], from, over: [{ value: 'recipient', score: 0.2 }] },
      },
    };
    const why = holds(whyOf({ label: 'actor', shown: army.name, value }, reading), reading);
    expect(why).toContain('The grammar of the clause gives it to “struck” (characters 8 to 14), score 0.70.');
    expect(why).toContain('As recipient it has 0.20.');
    expect(why).toContain('The words lie in what Iraqi army denied (c2).');
  });

  it('says of a toll which incidents it was not given to, or what else was counted', () => {
    const [toll] = first.toll;
    if (toll === undefined) throw new Error('it has a toll');
    const of = (over: { value: string; score: number; start?: number; end?: number }[]) =>
      holds(
        whyOf(
          { label: 'toll', shown: '4 killed', value: { ...toll, trace: { by: ['model'], from, over } } },
          reading,
        ),
        reading,
      );
    expect(of([{ value: 'marched', score: 0.1, ...placeOf(at('marched')) }])).toContain(
      'It was not given to “marched”',
    );
    expect(of([{ value: 'injured', score: 0.1 }])).toContain('It was chosen over injured with 0.10.');
    expect(of([])).not.toMatch(/chosen|given to/);
  });

  it('says of an incident its kind, the other kinds, and the word list', () => {
    const trace = {
      ...{ by: ['model' as const, 'list' as const], from },
      over: [{ value: 'armed_clash', score: 0.2 }],
    };
    const why = holds(whyIncident({ ...first, mentions: [struck], score: 0.9, trace }, reading), reading);
    expect(why).toBe(
      'Air strike: “struck” (characters 8 to 14). The model hears of it in these words, score 0.90. ' +
        'A word list gives that kind to its words. It was chosen over armed clash with 0.20.',
    );
  });

  it('claims nothing that the reading does not say', () => {
    const bare = { ...at('drone'), basis: 'stated' as const };
    const why = whyOf({ label: 'means', shown: 'drone', value: bare }, { ...reading, claims: [] });
    expect(why).toBe('Means: drone, from “drone” (characters 2 to 7), stated.');
    const lost = whyOf({ label: 'means', shown: 'drone', value: { ...bare, claim: 'c9' } }, reading);
    expect(lost).toBe(why);
    const worked = { edtf: '2024-02-08', basis: 'worked out' as const, rule: 'the day of publication' };
    expect(whyOf({ label: 'when', shown: '2024-02-08', value: worked }, reading)).toBe(
      'When: 2024-02-08, worked out: the day of publication.',
    );
  });
});
