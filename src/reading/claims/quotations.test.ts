import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotationsOf } from './quotations.js';

const quotes = (text: string) => quotationsOf(text).map(({ start, end }) => text.slice(start, end));

describe('quotations', () => {
  it.each([
    ['“We saw smoke,” he said.', ['We saw smoke']],
    ['"We saw smoke," he said.', ['We saw smoke']],
    ['‘We saw smoke,’ he said.', ['We saw smoke']],
    ["'We saw smoke,' he said.", ['We saw smoke']],
    ['«We saw smoke», he said.', ['We saw smoke']],
    ['“First,” she said, “then second.”', ['First', 'then second.']],
    ['"One. Two! Three?" she asked.', ['One. Two! Three?']],
  ])('are found in %s', (text, expected) => {
    expect(quotes(text)).toEqual(expected);
  });

  it.each([
    ["The ministers’ cars weren't there, and the '90s were over."],
    ['The soldiers’ families waited for the council’s answer.'],
    ["It's the governor's house, 'tis said."],
    ['A 6" pipe burst in the cellar.'],
    ['He opened the door and said: "I was'],
  ])('are not found in %s', (text) => {
    expect(quotes(text)).toEqual([]);
  });

  it('keep a genitive inside single marks', () => {
    expect(quotes('‘The soldiers’ families waited,’ he said.')).toEqual(['The soldiers’ families waited']);
  });

  it('run on over paragraphs that are opened anew', () => {
    const text = '“The road was closed.\n“Nobody told us,” said Omar.\nThe town was quiet.';
    expect(quotationsOf(text)).toHaveLength(1);
    expect(quotes(text)[0]).toMatch(/^The road.*\n.*told us$/);
  });

  it('do not swallow the report when a mark is lost', () => {
    const text = `“It was over, he said.\nThe army denied it. “No shot was fired,” it said.`;
    expect(quotes(text)).toEqual(['No shot was fired']);
  });

  it('never overlap and lie in order, whatever the text', () => {
    const piece = fc.constantFrom('"', '“', '”', '‘', '’', "'", ' ', '\n', 'he said', 's', ',', '.', 'A');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { outerStart, start, end, outerEnd } of quotationsOf(text)) {
          expect(last <= outerStart && outerStart < start && start < end && end < outerEnd).toBe(true);
          last = outerEnd;
        }
      }),
      { numRuns: 500 },
    );
  });
});
