/** The tokens that hang on each token, in order. */
export function childrenOf(heads: readonly number[]): number[][] {
  const children: number[][] = heads.map(() => []);
  for (const [at, head] of heads.entries()) children[head]?.push(at);
  return children;
}

/** The first of the tokens `first` to before `last` whose head is none of them, and that counts. */
export function topOf(
  heads: readonly number[],
  first: number,
  last: number,
  counts: (at: number) => boolean = () => true,
): number | undefined {
  for (let at = first; at < last; at++) {
    const head = heads[at] ?? -1;
    if ((head < first || head >= last) && counts(at)) return at;
  }
  return undefined;
}
