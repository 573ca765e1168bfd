import { prepareStages } from '../../src/reading/stages.fixture.js';

/** A mention as a system has it, in characters. */
export interface SaidMention {
  readonly start: number;
  readonly end: number;
  readonly headStart: number;
  readonly headEnd: number;
  readonly cluster: string;
  readonly kind: 'name' | 'description' | 'pronoun';
}

/** The systems that are compared: the rows of the table. */
export type System = 'coreference' | 'names alone' | 'same words';

export type Answers = Readonly<Record<System, readonly SaidMention[]>>;

/** Opens our stages from text to coreference with the lists and the model of the package. */
export async function openOurs(): Promise<(text: string) => Promise<Answers>> {
  const readStages = await prepareStages();
  return async (text) => {
    const { document, names, coreference } = await readStages({ text });
    const { tokens } = document;
    // GUM does not mark relative pronouns.
    const marked = coreference.mentions.flatMap(({ kind, ...mention }) =>
      kind === 'relative' ? [] : [{ ...mention, kind }],
    );
    const mentions = marked.map(
      ({ first, last, head, entity, kind }): SaidMention => ({
        start: tokens[first]?.start ?? 0,
        end: tokens[last - 1]?.end ?? 0,
        headStart: tokens[head]?.start ?? 0,
        headEnd: tokens[head]?.end ?? 0,
        cluster: entity,
        kind,
      }),
    );
    const named = mentions.filter(({ kind }) => kind === 'name');
    const quoteAt = (head: number) =>
      names.find(({ start, end }) => start <= head && head < end)?.quote ?? '';
    const words = named.map((mention) => ({ ...mention, cluster: quoteAt(mention.headStart).toLowerCase() }));
    return { coreference: mentions, 'names alone': named, 'same words': words };
  };
}
