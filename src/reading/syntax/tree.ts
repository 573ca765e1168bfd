/** The tokens that hang on each token, in order. */
export function childrenOf(heads: readonly number[]): number[][] {
  const children: number[][] = heads.map(() => []);
  for (const [at, head] of heads.entries()) children[head]?.push(at);
  return children;
}
