import { describe, expect, it } from 'vitest';
import { lists } from '../lists.fixture.js';
import { prepareStages } from '../stages.fixture.js';
import { type Bare, withEntities } from './entities.js';
import { lexiconOf } from './lexicon.js';

const lexicon = lexiconOf(lists);
const stages = await prepareStages();

/** The entity of each name that is marked in a text: "[person Omar Saleh] met [person Saleh]". */
function entities(marked: string): string {
  const bare: Bare[] = [];
  let text = '';
  for (const [, before = '', type = '', quote = ''] of marked.matchAll(/([^[]*)(?:\[(\w+) ([^\]]+)\])?/g)) {
    text += before;
    if (quote === '') continue;
    bare.push({ type: type as Bare['type'], quote, start: text.length, end: text.length + quote.length });
    text += quote;
  }
  return withEntities(lexicon, text, bare)
    .map(({ entity }) => entity)
    .join(' ');
}

describe('names of one entity', () => {
  it.each([
    ['a surname', 'Gen. [person Abu Baqir al-Saadi] died. The funeral of [person al-Saadi]', 'e1 e1'],
    ['a surname that stands first', '[person Saleh] shot. Gen. [person Omar Saleh] died', 'e1 e1'],
    ['a given name', '[person Daniel Moreno] ran. [person Daniel] fell', 'e1 e1'],
    ['first and last name', '[person Omar Hadi Saleh] came. [person Omar Saleh] left', 'e1 e1'],
    [
      'a form in brackets',
      '[organisation US Central Command] ([organisation Centcom]) and [organisation Centcom]',
      'e1 e1 e1',
    ],
    ['initials', 'The [organisation Northern River Party] left. The [organisation NRP] stayed', 'e1 e1'],
    [
      'initials that stand first',
      'The [organisation NRP] stayed. The [organisation Northern River Party] left',
      'e1 e1',
    ],
    [
      'the same body',
      'The [organisation Interior Ministry], the [organisation Ministry of the Interior]',
      'e1 e1',
    ],
    ['both ways to write it', '[organisation Defence Ministry], [organisation Ministry of Defense]', 'e1 e1'],
    [
      'a body without its country',
      'The [organisation Iraqi Interior Ministry]. The [organisation Interior Ministry]',
      'e1 e1',
    ],
    [
      'what it is called by its class',
      'the [armed_group Northern Guard] fled. The [armed_group Guard] fired',
      'e1 e1',
    ],
    ['a name without its class', 'The [armed_group Barga Movement] fled. [armed_group Barga] fired', 'e1 e1'],
    ['other spellings', '[person Mohammed al-Sadi] came. [person Muhammad el-Saadi] left', 'e1 e1'],
    ['a row of the list', 'The [place United Kingdom] and [place Britain]', 'e1 e1'],
    ['a possessive', '[person Omar Saleh’s] car. [person Omar Saleh] left', 'e1 e1'],
    [
      'the one of two that a title fits',
      'Mr. [person Adam Mendes], Mrs. [person Clara Mendes], Mr. [person Mendes]',
      'e1 e2 e1',
    ],
  ])('%s', (_, text, expected) => {
    expect(entities(text)).toBe(expected);
  });
});

describe('names of different entities', () => {
  it.each([
    ['groups that share a word', '[armed_group Kataib Hezbollah] and [armed_group Hezbollah]', 'e1 e2'],
    ['a people and its country', '[nationality Iraqi] troops in [place Iraq]', 'e1 e2'],
    ['two with one surname', '[person Adam Mendes], [person Paul Mendes] and [person Mendes]', 'e1 e2 e3'],
    ['wife and husband', 'Mr. [person Mendes] and Mrs. [person Mendes]', 'e1 e2'],
    [
      'brothers after one was called by the surname',
      '[person Ali Saleh], [person Saleh], [person Omar Saleh]',
      'e1 e1 e2',
    ],
    [
      'ministries of two countries',
      '[organisation Iraqi Interior Ministry], [organisation Iranian Interior Ministry], [organisation Interior Ministry]',
      'e1 e2 e3',
    ],
    [
      'names with the same initials',
      'The [organisation Northern River Party] and the [organisation National Road Police]',
      'e1 e2',
    ],
    [
      'initials that two share',
      '[organisation Northern River Party], [organisation National Road Police], [organisation NRP]',
      'e1 e2 e3',
    ],
    ['names that only sound alike', '[person Hasan Saleh] and [person Hussein Saleh]', 'e1 e2'],
    ['a person and a place', '[person Washington] went to [place Washington]', 'e1 e2'],
    ['other numbers', '[organisation Brigade 51] and [organisation Brigade 52]', 'e1 e2'],
  ])('%s', (_, text, expected) => {
    expect(entities(text)).toBe(expected);
  });
});

describe('a surname with an article that is taken for a group', () => {
  it.each([
    ['is a person where a person bears it', '[person Abu Baqir al-Saadi], [organisation al-Saadi]', 'e1 e1'],
    [
      'stays a group where two do',
      '[person Ali al-Saadi], [person Omar al-Saadi], [organisation al-Saadi]',
      'e1 e2 e3',
    ],
    ['stays an armed group', '[person Omar al-Shabaab] and [armed_group al-Shabaab]', 'e1 e2'],
  ])('%s', (_, text, expected) => {
    expect(entities(text)).toBe(expected);
  });
});

describe('entities of a whole report', () => {
  it.each([
    [
      'Gen. Abu Baqir al-Saadi was killed. The funeral of al-Saadi is on Friday.',
      ['Abu Baqir al-Saadi person e1', 'al-Saadi person e1'],
    ],
    [
      'US Central Command (Centcom) spoke. Nothing else came from Centcom.',
      ['US Central Command organisation e1', 'Centcom organisation e1', 'Centcom organisation e1'],
    ],
    [
      'The Syrian Democratic Forces left. Shots were fired at the SDF.',
      ['Syrian Democratic Forces armed_group e1', 'SDF armed_group e1'],
    ],
    [
      'Kataib Hezbollah and Hezbollah both denied it.',
      ['Kataib Hezbollah armed_group e1', 'Hezbollah armed_group e2'],
    ],
  ])('%s', async (text, expected) => {
    const { names } = await stages({ text });
    expect(names.map(({ quote, type, entity }) => `${quote} ${type} ${entity}`)).toEqual(expected);
  });
});
