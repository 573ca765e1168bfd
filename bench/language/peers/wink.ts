import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { LabelledWord } from '../gold.js';
import { type Contestant, type Said, timed } from '../said.js';

/** wink-nlp with its own English model: sentences, parts of speech, lemmas. It names no persons or places. */
export async function openWink(): Promise<Contestant> {
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const { its } = nlp;

  const read = (text: string): Said => {
    const document = nlp.readDoc(text);
    const tokens = document.tokens();
    const parts = tokens.out(its.pos) as string[];
    // The types of wink-nlp lack what its lemma helper needs; at run time it is like the others.
    const lemmas = tokens.out(its.lemma as typeof its.value) as string[];
    const words: LabelledWord[] = [];
    let from = 0;
    for (const [index, value] of (tokens.out() as string[]).entries()) {
      const start = text.indexOf(value, from);
      if (start < 0) continue;
      from = start + value.length;
      words.push({ start, end: from, part: parts[index], lemma: lemmas[index] });
    }
    return { words, sentences: sentencesIn(text, document.sentences().out() as string[]), names: [] };
  };

  return {
    name: 'wink-nlp',
    read: async (documents) => documents.map(({ text }) => read(text)),
    time: (texts) =>
      timed(() => {
        for (const text of texts) {
          const document = nlp.readDoc(text);
          document.sentences().out();
          document.tokens().out(its.pos);
        }
      }),
    close: async () => {},
  };
}

function sentencesIn(text: string, sentences: readonly string[]): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  let from = 0;
  for (const sentence of sentences) {
    const start = text.indexOf(sentence.trim(), from);
    if (start < 0) continue;
    from = start + sentence.trim().length;
    places.push({ start, end: from });
  }
  return places;
}
