import { describe, expect, it } from 'vitest';
import { agenciesFrom, NO_AGENCIES } from './outlets.js';
import { sourceRows, sourcesAmong } from './sources.js';
import { reading, type Told } from './told.fixture.js';

const agencies = agenciesFrom('# name, words\nNorda\nNorda\tNorda News Agency\nAP\nAP\tAssociated Press\n');

function sources(...told: Told[]) {
  const rows = sourceRows(sourcesAmong(told.map(reading), new Set(told.map(({ id }) => id)), agencies));
  return Object.fromEntries(rows.map(({ report, ...row }) => [report, row]));
}

const norda: Told = {
  id: 'n',
  outlet: 'Norda',
  published: '2031-03-02',
  text: 'Rebels burned the mill at Ost.',
};
const mill = 'The mill of Ost is gone.';
const citing = (text: string, more: Partial<Told> = {}) =>
  sources(norda, { id: 'r', outlet: 'Radio Vell', published: '2031-03-03', text, ...more }).r;

describe('who has it from whom', () => {
  it.each([
    ['a byline that is an agency', { byline: 'Norda' }],
    ['a byline with an agency', { byline: 'With Norda News Agency' }],
    ['a byline of staff and agency', { byline: 'Norda Staff' }],
  ])('takes %s for a credit', (_, more) => {
    expect(citing(mill, more)).toMatchObject({ agencies: ['Norda'], cites: ['n'] });
  });

  it.each([
    'Rebels burned the mill, Norda reported on Sunday.',
    'According to Norda, the mill is gone.',
    'According to the state news agency Norda, the mill is gone.',
    'A miller told Norda that nothing is left.',
    'The mill is gone, the Norda News Agency said.',
    'The paper Lantern, citing Norda, says that the mill is gone.',
  ])('finds the agency that is cited: %s', (text) => {
    expect(citing(text)?.cites).toEqual(['n']);
  });

  it.each([
    'The driver of a Norda van was hurt when the mill burned, police said.',
    'The norda wind drove the flames, the miller said.',
    'The mayor told this newspaper that the mill is gone.',
    'The Nordan army said that it was not there.',
  ])('finds no citing where none is: %s', (text) => {
    expect(citing(text)?.cites).toEqual([]);
  });

  it('gives the name of an agency whose report is not among these', () => {
    expect(citing(mill, { byline: 'Associated Press' })).toMatchObject({ agencies: ['AP'], cites: ['AP'] });
  });

  it('does not take an agency for citing itself', () => {
    expect(
      sources({ ...norda, byline: 'Norda Staff', text: 'A miller told Norda that nothing is left.' }).n,
    ).toEqual({
      outlet: 'Norda',
      agencies: [],
      copyOf: null,
      cites: [],
    });
  });

  it('finds another outlet that is cited by its name, accents or not, and as "the same paper"', () => {
    const paper: Told = { id: 'p', outlet: 'Diario El Faró', text: mill };
    const named = sources(paper, { id: 'q', outlet: 'B', text: 'The mill is gone, El Faro reported.' });
    expect(named.q?.cites).toEqual(['p']);
    const same = 'El Faró reports a fire. According to the same paper, nobody was hurt.';
    expect(sources(paper, { id: 'q', outlet: 'B', text: same }).q?.cites).toEqual(['p']);
  });

  it('cites, of two reports of one outlet, the one that is about it and was out by then', () => {
    const reports: Told[] = [
      { id: 'p1', outlet: 'Lantern', published: '2031-03-02', text: mill },
      {
        id: 'p2',
        outlet: 'Lantern',
        published: '2031-03-09',
        text: 'A week after the fire, Ost has no bread.',
      },
      { id: 'q', outlet: 'B', published: '2031-03-03', text: 'The mill is gone, Lantern reported.' },
    ];
    expect(sources(...reports).q?.cites).toEqual(['p1']);
  });

  it('stands reports with no outlet, no day, no address and no text', () => {
    expect(sources({ id: 'a', text: '' }, { id: 'b', text: '', outlet: ' ', url: 'not an address' })).toEqual(
      {
        a: { outlet: null, agencies: [], copyOf: null, cites: [] },
        b: { outlet: ' ', agencies: [], copyOf: null, cites: [] },
      },
    );
  });

  it('knows outlets by their address where they give no name, and persons by their byline', () => {
    const told = [
      { id: 'a', text: '', url: 'https://www.Lantern.example/mill', byline: 'By Ada Venn and Tom van Osk' },
      { id: 'b', text: '', url: 'http://lantern.example:80/other', byline: 'Crime desk' },
      { id: 'c', text: '', byline: 'Our Correspondent in Vell' },
    ].map(reading);
    const { tellers } = sourcesAmong(told, new Set(), NO_AGENCIES);
    expect([...tellers.values()].map(({ outlet }) => outlet)).toEqual([
      'lantern.example',
      'lantern.example',
      undefined,
    ]);
    expect([...tellers.values()].map(({ authors }) => authors)).toEqual([
      ['ada venn', 'tom van osk'],
      [],
      [],
    ]);
  });
});
