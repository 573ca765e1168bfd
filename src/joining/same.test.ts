import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberKey } from './cluster.js';
import { readingOf, shippedJoiner } from './joining.fixture.js';
import { weightsFrom } from './same.js';
import { containment, shinglesOf, wordsOf } from './words.js';

const joiner = shippedJoiner();
const split = ['Split', 'HR', 43.51, 16.44] as const;

function member(id: string, text: string, more: Parameters<typeof readingOf>[0]['incidents'][number] = {}) {
  const reading = readingOf({
    id,
    text,
    published: '2031-05-07',
    incidents: [{ when: '2031-05-06', ...more }],
  });
  const [incident] = reading.incidents;
  if (!incident) throw new Error('There is one incident.');
  return { reading, incident };
}

describe('whether two incidents are the same', () => {
  const one = member('a', 'Gunmen shot Dana Ruiz, 34, in Split on Tuesday.', {
    kind: 'attack',
    where: split,
  });

  it('is asked the same both ways', () => {
    const other = member('b', 'A woman was shot in Split on Tuesday night.', {
      kind: 'attack',
      where: split,
    });
    expect(joiner.same(one, other)).toEqual(joiner.same(other, one));
  });

  it('named victims that differ weigh against', () => {
    const victim = (id: string, name: string) =>
      member(id, `Gunmen shot ${name} at the market in Split on Tuesday.`, {
        kind: 'attack',
        where: split,
        victim: name,
      });
    const alike = joiner.same(victim('a', 'Dana Ruiz'), victim('b', 'Dana Ruiz'));
    const unlike = joiner.same(victim('a', 'Dana Ruiz'), victim('b', 'Igor Maric'));
    expect(unlike.score).toBeLessThan(alike.score - 2);
    expect(unlike.sentence).toContain('the victims that they name differ');
  });

  it('what the state did about it is another thing', () => {
    const arrest = member('b', 'Gunmen who shot Dana Ruiz, 34, in Split on Tuesday were arrested.', {
      kind: 'arrest',
      where: split,
    });
    expect(joiner.same(one, arrest).sentence).toContain('attack is no arrest');
  });

  it('never throws, and has a finite score, whatever the words and times', () => {
    const edtf = fc.constantFrom('2031-05-06', '2031', '../2031-05', '2031-05-06/..', '203X', undefined);
    fc.assert(
      fc.property(fc.string(), fc.string(), edtf, edtf, (x, y, from, to) => {
        const a = member('a', `${x}.`, from ? { when: from } : {});
        const b = member('b', `${y}.`, to ? { when: to } : {});
        expect(Number.isFinite(joiner.same(a, b).score)).toBe(true);
        for (const key of joiner.candidateKeys(a)) expect(typeof key).toBe('string');
      }),
    );
  });

  it('no key of a member stands twice', () => {
    const keys = joiner.candidateKeys(one);
    expect(new Set(keys).size).toBe(keys.length);
    expect(memberKey(one)).toBe('a\u0000i1');
  });
});

describe('the weights that ship', () => {
  const rows = weightsFrom(readFileSync(new URL('./weights.txt', import.meta.url), 'utf8'));

  it('are numbers', () => {
    expect(rows.size).toBeGreaterThan(30);
    for (const weight of rows.values()) expect(Number.isFinite(weight)).toBe(true);
  });
});

describe('words', () => {
  it('are cut without case, accents and the s of a plural', () => {
    expect(wordsOf("The protesters' trucks, at Kérou: 34")).toEqual([
      'the',
      'protester',
      'truck',
      'at',
      'kerou',
      '34',
    ]);
  });

  it('that are copied are found in a longer text, and others are not', () => {
    const text = wordsOf('A bomb went off at the harbour office of Split on Tuesday morning.');
    const longer = wordsOf(
      'Police say: a bomb went off at the harbour office of Split on Tuesday morning. More soon.',
    );
    expect(containment(shinglesOf(text), shinglesOf(longer))).toBe(1);
    expect(
      containment(shinglesOf(text), shinglesOf(wordsOf('Ferry fares will rise in Split from Tuesday on.'))),
    ).toBe(0);
    expect(containment(shinglesOf([]), shinglesOf(text))).toBe(0);
  });
});
