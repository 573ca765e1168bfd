import { describe, expect, it } from 'vitest';
import { partOfSpeech, type Tagged } from './parts-of-speech.js';

function part(word: string, penn: string, label: string, more: Partial<Tagged> = {}): string {
  return partOfSpeech({ word, lemma: word, penn, label, next: 'NN', children: [], ...more });
}

describe('verbs and helpers', () => {
  it.each([
    ['was killed', part('was', 'VBD', 'auxpass', { lemma: 'be' }), 'AUX'],
    ['was a raid', part('was', 'VBD', 'root', { lemma: 'be', children: ['nsubj', 'attr'] }), 'AUX'],
    ['there were clashes', part('were', 'VBD', 'root', { lemma: 'be', children: ['expl', 'attr'] }), 'VERB'],
    ['had fled', part('had', 'VBD', 'aux', { lemma: 'have' }), 'AUX'],
    ['had a gun', part('had', 'VBD', 'root', { lemma: 'have' }), 'VERB'],
    ['got shot', part('got', 'VBD', 'auxpass', { lemma: 'get' }), 'AUX'],
    ['could', part('could', 'MD', 'aux'), 'AUX'],
    ['killed', part('killed', 'VBN', 'root', { lemma: 'kill' }), 'VERB'],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
});

describe('small words', () => {
  it.each([
    ['this raid', part('this', 'DT', 'det'), 'DET'],
    ['this was a raid', part('this', 'DT', 'nsubj'), 'PRON'],
    ['all fled', part('all', 'DT', 'nsubj'), 'DET'],
    ['which group', part('which', 'WDT', 'det'), 'DET'],
    ['which fell', part('which', 'WDT', 'nsubj'), 'PRON'],
    ['that he left', part('that', 'IN', 'mark'), 'SCONJ'],
    ['after the blast', part('after', 'IN', 'prep', { children: ['pobj'] }), 'ADP'],
    ['after killing two', part('after', 'IN', 'prep', { children: ['pcomp'] }), 'SCONJ'],
    ['to the city', part('to', 'TO', 'prep', { next: 'DT' }), 'ADP'],
    ['to flee', part('to', 'TO', 'aux', { next: 'VB' }), 'PART'],
    ['shot down', part('down', 'RP', 'prt'), 'ADP'],
    ['not', part('not', 'RB', 'neg'), 'PART'],
    ['n’t', part('n’t', 'RB', 'neg'), 'PART'],
    ['never', part('never', 'RB', 'neg'), 'ADV'],
    ['’s', part('’s', 'POS', 'case'), 'PART'],
    ['soldiers’', part('’', 'POS', 'case'), 'PART'],
    ['someone', part('someone', 'NN', 'nsubj'), 'PRON'],
    ['there', part('there', 'EX', 'expl'), 'PRON'],
    ['whose', part('whose', 'WP$', 'poss'), 'PRON'],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
});

describe('numbers, signs and the unknown', () => {
  it.each([
    ['five', part('five', 'CD', 'nummod'), 'NUM'],
    ['%', part('%', 'NN', 'pobj'), 'SYM'],
    ['$', part('$', '$', 'quantmod'), 'SYM'],
    ['-', part('-', 'HYPH', 'punct'), 'PUNCT'],
    ['***', part('***', 'NFP', 'punct'), 'PUNCT'],
    ['[', part('[', 'XX', 'dep'), 'PUNCT'],
    ['an address', part('a@b.example', 'ADD', 'pobj'), 'X'],
    ['a tag that is none', part('word', '?', 'dep'), 'X'],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
});
