import { agrees, type Sort } from './agreement.js';
import type { Nominal } from './nominals.js';
import { childWith, isSubject, labelAt, type Page, subjectOf, verbOver } from './page.js';
import type { Referent, Referents } from './referents.js';

/**
 * Whom the place of a pronoun in its sentence says it stands for: "the army blamed itself" the subject, and "citing its losses,
 * the army withdrew" the subject that comes. Undefined for other places.
 */
export function boundTo(
  page: Page,
  referents: Referents,
  pronoun: Nominal,
  sort: Sort,
): Referent | undefined {
  const isReflexive = /sel(?:f|ves)$/.test(pronoun.pronoun);
  const verb = isReflexive ? verbOver(page, pronoun.head) : undefined;
  const subject = isReflexive ? subjectOf(page, verb ?? -1) : subjectAhead(page, pronoun);
  const nominal = page.byHead.get(subject ?? -1);
  const referent = nominal && referents.get(nominal);
  if (referent === undefined || !agrees(page, referent, sort)) return undefined;
  return isReflexive || referent.entity !== undefined ? referent : undefined;
}

/** The subject behind a clause in front that has none of its own. */
function subjectAhead(page: Page, pronoun: Nominal): number | undefined {
  if (isSubject(page, pronoun.head)) return undefined;
  let at = page.grammar.heads[pronoun.head] ?? -1;
  for (let steps = 0; at >= 0 && steps < 6; steps++) {
    if (childWith(page, at, /^nsubj/) !== undefined) return undefined;
    if (labelAt(page, at) === 'advcl') {
      const subject = childWith(page, page.grammar.heads[at] ?? -1, /^nsubj/);
      return subject !== undefined && subject > pronoun.head ? subject : undefined;
    }
    at = page.grammar.heads[at] ?? -1;
  }
  return undefined;
}

/** The heads of phrases that a pronoun cannot stand for, for the grammar of its sentence. */
export function barredHeads(page: Page, pronoun: Nominal): number[] {
  const barred = around(page, pronoun);
  const isPossessive = labelAt(page, pronoun.head) === 'poss';
  const verb = isPossessive ? undefined : verbOver(page, pronoun.head);
  if (verb === undefined) return barred;
  // "He said Omar had left", "He described Omar": he is not Omar.
  if (isSubject(page, pronoun.head)) return [...barred, ...below(page, verb)];
  // "Omar saw him": he is not Omar.
  const others = [subjectOf(page, verb), childWith(page, verb, /^dobj$/)];
  return [...barred, ...others.filter((head) => head !== undefined)];
}

/** "its leader", "the head of it": the phrases that a pronoun is in, up to a clause: in "the man who lost his job" he is the man. */
function around(page: Page, pronoun: Nominal): number[] {
  const found: number[] = [];
  let [at, above] = [pronoun.head, page.grammar.heads[pronoun.head] ?? -1];
  while (above >= 0 && found.length < 12 && /^(?:poss|prep|pobj|compound|nmod)$/.test(labelAt(page, at))) {
    found.push(above);
    [at, above] = [above, page.grammar.heads[above] ?? -1];
  }
  return found;
}

/** The arguments of a verb, and the subject of what it says. */
function below(page: Page, verb: number): number[] {
  return (page.children[verb] ?? []).flatMap((child) => {
    const label = labelAt(page, child);
    if (/^(?:dobj|dative|attr)$/.test(label)) return child;
    if (/^(?:prep|agent)$/.test(label)) return childWith(page, child, /^pobj$/) ?? [];
    return label === 'ccomp' && child > verb ? (childWith(page, child, /^nsubj/) ?? []) : [];
  });
}
