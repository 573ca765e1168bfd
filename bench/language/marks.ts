/** A name as words `first` to before `last` of a sentence. */
export interface MarkedWords {
  readonly first: number;
  readonly last: number;
  readonly kind: string;
}

/** "O", "B-PER", "I-LOC", and the longer sets: L or E ends a name, U or S is a name of one word. */
export const MARK = /^(?:O|[BILEUS]-\S+)$/;

/**
 * The names that a row of marks stands for, in any of the usual sets (IOB1, IOB2, BIOES, BILOU): an I that continues
 * nothing begins a name, and so does a B.
 */
export function namesOf(marks: readonly string[]): MarkedWords[] {
  const names: MarkedWords[] = [];
  let open: { first: number; kind: string } | undefined;
  const close = (last: number) => {
    if (open) names.push({ ...open, last });
    open = undefined;
  };
  for (const [at, mark] of marks.entries()) {
    const [place, kind] = [mark[0], mark.slice(2)];
    const goesOn = open?.kind === kind && (place === 'I' || place === 'L' || place === 'E');
    if (!goesOn) close(at);
    if (place === 'O') continue;
    open ??= { first: at, kind };
    if (place !== 'B' && place !== 'I') close(at + 1);
  }
  close(marks.length);
  return names;
}
