import { describe, expect, it } from 'vitest';
import { caseOf } from './case.js';
import { shippedCard } from './language.fixture.js';

const card = shippedCard();
const { lower, capital, upper, other } = card.case;

describe('the case of a word', () => {
  it.each([
    ['drone', lower],
    ['pick-ups', lower],
    ['3rd', lower],
    ['’s', lower],
    ['ª', lower],
    ['ß', lower],
    ['Baghdad', capital],
    ['A', capital],
    ['McCain', capital],
    ['U.S', upper],
    ['T-72B', upper],
    ['NATO', upper],
    ['É', capital],
    ['ΑΒ', upper],
    ['Ⓐ', capital],
    ['ⅣⅣ', upper],
    ['iPhone', other],
    ['ǅ', other],
    ['ǅA', other],
    ['12', other],
    ['—', other],
    ['北京', other],
    ['', other],
    ['4G', upper],
    ['𝔄', capital],
    ['𝔄𝔅', upper],
    ['دمشق', other],
    ['2nD', other],
  ])('%s', (word, kind) => {
    expect(caseOf(word, card)).toBe(kind);
  });
});
