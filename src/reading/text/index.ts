import { cut, type PartKind, type ReportInput, type Span } from '../../record/index.js';
import { entries, type Lists } from '../lists.js';
import { firstWhere } from '../search.js';
import type { Document, Sentence, Token } from './document.js';
import { beginsLikeAnother, strayHeadline } from './other-stories.js';
import { linesOf, partsOf } from './parts.js';
import { sentenceStarts } from './sentences.js';
import { tokenize } from './tokens.js';

export { prepareAgencies } from './agencies.js';
export * from './document.js';
export { looksEnglish } from './language.js';

/** Cuts a report into parts, sentences and tokens. Never throws, whatever the text. */
export function prepareText(lists: Lists): (input: ReportInput) => Document {
  const abbreviations = new Set(entries(lists('text/abbreviations')));
  const openings = entries(lists('text/other-stories'));
  const isAbbreviation = (word: string) => abbreviations.has(word) || abbreviations.has(word.toLowerCase());
  const isOther = (words: string) => beginsLikeAnother(words, openings);

  return (input) => {
    const { text } = input;
    const stray = strayHeadline(text);
    const lines = linesOf(text);
    const parts = partsOf(lines, (line) => line.start === stray?.start || isOther(line.text), input.title);
    const tokens = tokenize(text, isAbbreviation);
    const sentences = parts.flatMap((part) => {
      const [first, last] = tokensBetween(tokens, part.start, part.end);
      return sentencesOf(tokens, sentenceStarts(tokens, first, last, isAbbreviation), last, part.kind);
    });
    const marked = sentences.map((sentence) =>
      isOther(text.slice(sentence.start, sentence.end))
        ? { ...sentence, part: 'unrelated' as const }
        : sentence,
    );
    return { input, text, parts, sentences: marked, tokens, unrelated: unrelatedRuns(text, marked) };
  };
}

function sentencesOf(
  tokens: readonly Token[],
  starts: readonly number[],
  end: number,
  part: PartKind,
): Sentence[] {
  return starts.map((first, index) => {
    const last = starts[index + 1] ?? end;
    return { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0, first, last, part };
  });
}

/** The tokens that start inside a stretch of text: the first, and the one after the last. */
function tokensBetween(tokens: readonly Token[], start: number, end: number): [number, number] {
  const from = (offset: number) => firstWhere(tokens, (token) => token.start >= offset);
  return [from(start), from(end)];
}

/** Sentences of another story, those on one line as one span. */
function unrelatedRuns(text: string, sentences: readonly Sentence[]): Span[] {
  const runs: { start: number; end: number }[] = [];
  for (const sentence of sentences) {
    if (sentence.part !== 'unrelated') continue;
    const last = runs.at(-1);
    if (last && !/\S|\n/.test(text.slice(last.end, sentence.start))) last.end = sentence.end;
    else runs.push({ start: sentence.start, end: sentence.end });
  }
  return runs.map((run) => cut(text, run.start, run.end));
}
