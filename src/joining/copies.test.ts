import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiesAmong, ownWords, shareCopied, type Text } from './copies.js';
import { reading } from './told.fixture.js';

const wire =
  'Armed men stopped a grain convoy at the ford below Korvana on Sunday evening and shot dead the two drivers, the ' +
  'district council said.\nThe lorries were found at noon the next day in a quarry near the old border post, stripped of ' +
  'their load. Nobody has claimed the attack, and the council asked the garrison for an escort.';
const own =
  'Two lorry drivers lie in the chapel at Korvana. They were killed at the ford on Sunday, says the cousin of one of ' +
  'them, by men who wanted the wheat and got it. The council wants soldiers on the road from now on.';

function text(id: string, words: string, more: Partial<Text> = {}): Text {
  return {
    id,
    words: ownWords(reading({ id, text: words })),
    outlet: id,
    isAgency: false,
    credits: new Set(),
    published: 0,
    ...more,
  };
}

const copies = (...texts: Text[]) => Object.fromEntries(copiesAmong(texts));

describe('copies', () => {
  it('finds a text that was copied whole, and one that was cut short', () => {
    const short = wire.slice(0, wire.indexOf('\n'));
    expect(
      copies(text('a', wire), text('b', wire, { published: 1 }), text('c', short, { published: 1 })),
    ).toEqual({
      b: 'a',
      c: 'a',
    });
  });

  it('finds a copy with a paragraph added', () => {
    const longer = `${wire}\nIn our town, flour was sold out by Tuesday, and bakers put up signs. A second convoy is due on Friday.`;
    expect(copies(text('a', wire), text('b', longer, { published: 1 }))).toEqual({ b: 'a' });
  });

  it('finds a light rewrite, which keeps long runs of words', () => {
    const rewrite =
      'Two drivers were shot dead when armed men stopped a grain convoy at the ford below Korvana, according to the ' +
      'district council.\nThe attack is unclaimed. Stripped of their load, the lorries were found at noon the next day ' +
      'in a quarry near the old border post.';
    expect(copies(text('a', wire), text('b', rewrite, { published: 1 }))).toEqual({ b: 'a' });
  });

  it('takes a text of its own for no copy, though it tells the same', () => {
    expect(copies(text('a', wire), text('b', own))).toEqual({});
  });

  it('takes two reports for no copies that share a statement in quotation marks and nothing else', () => {
    const statement = `"${wire.replaceAll('\n', ' ')}"`;
    const one = `The council broke its silence in a note pinned to its door this morning. ${statement} It bears no name.`;
    const other = `Asked by the opposition about the ford, a clerk read this out without looking up: ${statement} Then he left.`;
    expect(copies(text('a', one), text('b', other))).toEqual({});
  });

  it('takes stock phrases for no copy', () => {
    const one = 'A man was shot in the leg on Friday evening, police said. He was taken to hospital.';
    const other =
      'A man was shot in the arm on Monday morning, police said. He was taken to hospital in a taxi.';
    expect(copies(text('a', one), text('b', other))).toEqual({});
  });

  it('asks for less where one credits the other', () => {
    const loose =
      'Farmers around Korvana are short of seed. The lorries were found at noon the next day, robbers having taken it ' +
      'all. Nobody here will drive at night any more, the miller told us, and who would blame them after this spring. ' +
      'His own cart has stood in the yard since then.';
    expect(shareCopied(text('a', wire), text('b', loose))).toBe(0);
    expect(shareCopied(text('a', wire), text('b', loose, { credits: new Set(['a']) }))).toBeGreaterThan(0);
  });

  it('takes the one with the credit for the copy, then the later, then the shorter', () => {
    const short = wire.slice(0, wire.lastIndexOf(','));
    const credits = new Set(['b']);
    expect(copies(text('a', wire, { credits }), text('b', short, { published: 5 }))).toEqual({ a: 'b' });
    expect(copies(text('a', short, { published: 1 }), text('b', wire, { published: 2 }))).toEqual({ b: 'a' });
    expect(copies(text('a', short), text('b', wire))).toEqual({ a: 'b' });
  });

  it('leads every copy of a copy back to the first, and never joins two wires', () => {
    const both = `${wire}\n${own}`;
    const all = [text('a', wire), text('b', own, { published: 1 }), text('c', both, { published: 2 })];
    const found = copies(...all, text('d', both, { published: 3 }));
    expect(found.b).toBeUndefined();
    expect(found.d).toBe(found.c);
  });

  it('has nothing to say of texts without words', () => {
    expect(copies(text('a', ''), text('b', ''), text('c', '…'), text('d', 'Two dead'))).toEqual({});
  });

  it('finds the same among many as among few, in any order', () => {
    const crowd = Array.from({ length: 40 }, (_, index) =>
      text(
        `x${index}`,
        `Notice ${index}: the ${index}th mill of the valley sold ${index * 7} sacks in week ${index}.`,
      ),
    );
    const three = [text('a', wire), text('b', wire, { published: 1 }), text('c', own)];
    fc.assert(
      fc.property(fc.shuffledSubarray([...three, ...crowd], { minLength: 43, maxLength: 43 }), (texts) => {
        expect(copies(...texts)).toMatchObject({ b: 'a' });
        expect(copies(...texts).c).toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });

  it('stands any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 6 }), (words) => {
        const found = copiesAmong(words.map((one, index) => text(`t${index}`, one)));
        for (const [copy, origin] of found) expect(found.has(origin) || copy === origin).toBe(false);
      }),
    );
  });
});
