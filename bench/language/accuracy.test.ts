import { describe, expect, it } from 'vitest';
import { measureAccuracy } from './accuracy.js';
import { readConllu } from './conllu.js';
import type { GoldDocument } from './gold.js';
import type { Contestant, Mode, Said } from './said.js';
import { median, textsToTime } from './speed.js';

const file = (label: string) =>
  readConllu(
    'f.conllu',
    `1\tGunmen\tgunman\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tfled\tflee\tVERB\tVBD\t_\t0\troot\t_\t_\n3\tTal\tTal\tPROPN\tNNP\t_\t2\t${label}\t_\tSpaceAfter=No|NE=B-GPE\n4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n`,
  );

/** Says what the file says, and keeps what it was handed. */
function echo(handed: [Mode, string][]): Contestant {
  const say = (document: GoldDocument, mode: Mode): Said => {
    handed.push([mode, document.text]);
    const sentences = document.sentences.map(() => ({ start: 0, end: document.text.length }));
    return {
      words: document.words,
      sentences: mode === 'text' ? sentences : undefined,
      names: [{ list: 'names', scheme: 'OntoNotes', names: document.names ?? [] }],
    };
  };
  return {
    name: 'dateline',
    read: async (documents, mode) => documents.map((document) => say(document, mode)),
    time: async () => ({ seconds: 1, processor: 1 }),
    close: async () => {},
  };
}

describe('accuracy', () => {
  it('is counted from the text, or with the words handed over', async () => {
    const handed: [Mode, string][] = [];
    const { figures, lines } = await measureAccuracy(file('dobj'), [echo(handed)], {
      tokens: false,
      capitals: false,
    });
    expect(figures).toMatchObject({
      sentences: '100.00',
      xpos: '100.00',
      las: '100.00',
      names18_names_f1: '100.00',
    });
    expect(lines[0]).toContain('1 documents, 4 words in 1 sentences; from the text alone');
    const given = await measureAccuracy(file('dobj'), [echo(handed)], { tokens: true, capitals: true });
    expect(given.figures).not.toHaveProperty('sentences');
    expect(handed).toEqual([
      ['text', 'Gunmen fled Tal.'],
      ['tokens', 'GUNMEN FLED TAL.'],
    ]);
  });

  it('has no parse where the labels are of another scheme', async () => {
    const { figures, lines } = await measureAccuracy(file('obj'), [echo([])], {
      tokens: false,
      capitals: false,
    });
    expect(figures).not.toHaveProperty('uas');
    expect(lines.join('\n')).toContain('labels of another scheme (UD)');
  });
});

describe('timing', () => {
  it('takes texts up to so many words, one at least', () => {
    expect(textsToTime(['a b c', 'd', 'e f'], 4)).toEqual(['a b c', 'd']);
    expect(textsToTime(['a b c'], 2)).toEqual(['a b c']);
  });

  it('tells the median', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});
