import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** A peer to measure against: wink-nlp with its own English model. Sentences and parts of speech, and no more. */
export function openPeer(): (text: string) => number {
  const nlp = winkNLP(model, ['sbd', 'pos']);
  return (text) => {
    const document = nlp.readDoc(text);
    return document.sentences().out().length + document.tokens().out(nlp.its.pos).length;
  };
}
