/** Whose labels a parse has, as its labels themselves say. */
export function labelsOf(labels: Iterable<string | undefined>): 'ClearNLP' | 'UD' | 'other' | undefined {
  let [clear, universal, all] = [0, 0, 0];
  for (const label of labels) {
    if (label === undefined) continue;
    all++;
    if (/^(?:pobj|dobj|prep|nsubjpass|auxpass|acomp|attr|pcomp|npadvmod|prt|poss)$/.test(label)) clear++;
    if (
      /^(?:obl|obj|nmod|fixed|flat|nsubj:pass|aux:pass|cop|compound:prt|iobj|nmod:poss|acl:relcl)\b/.test(
        label,
      )
    )
      universal++;
  }
  if (all === 0) return undefined;
  if (Math.max(clear, universal) < all / 50) return 'other';
  return clear > universal ? 'ClearNLP' : 'UD';
}

/** Whether tags are those of the Penn Treebank, as ours are. */
export function areOurTags(tags: Iterable<string | undefined>): boolean {
  let [penn, all] = [0, 0];
  for (const tag of tags) {
    if (tag === undefined) continue;
    all++;
    if (/^(?:NNS?|NNPS?|IN|DT|JJ|CC|TO|CD|RB|PRP\$?|VB[DGNPZ]?|MD)$/.test(tag)) penn++;
  }
  return all > 0 && penn > all / 2;
}
