import { addRows, ceafTf, goldOf, type RowSums, type Rules, total } from './ceaf.js';
import { addSlots, type SlotTallies, scoreSlots } from './full.js';
import { answersOf, type Template } from './template.js';
import type { KeyText } from './texts.js';

/** Our measure: what the key calls optional need not be found, and entities are paired one to one. */
export const OURS: Rules = { optional: 'free', entities: 'one to one' };
/** How GTT's own scorer counts: what is optional counts like the rest, and an answer may be right for several entities. */
export const AS_GTT: Rules = { optional: 'required', entities: 'any' };

/** What was wanted of a text and what was answered. */
export interface Answered {
  readonly key: KeyText;
  readonly templates: readonly Template[];
}

export interface Scores {
  readonly ceaf: RowSums;
  readonly asGtt: RowSums;
  readonly slots: SlotTallies;
}

export function scoreAll(all: readonly Answered[]): Scores {
  const ceaf = (rules: Rules) => addRows(all.map((one) => ceafOf(one, rules)));
  const slots = addSlots(all.map(({ key, templates }) => scoreSlots(key.templates, templates)));
  return { ceaf: ceaf(OURS), asGtt: ceaf(AS_GTT), slots };
}

const ceafOf = ({ key, templates }: Answered, rules: Rules) =>
  ceafTf(goldOf(key, rules), answersOf(templates), rules);

/** One line a text: templates wanted, given and paired, then fillers (types and entities) wanted, given and right. */
export function documentLine(answered: Answered): string {
  const sums = ceafOf(answered, OURS);
  const { gold, got, right } = total(sums);
  const templates = sums.incident_type;
  const counts = `templates ${templates.gold} ${templates.got} ${templates.right}, fillers ${gold} ${got} ${right}`;
  return `${answered.key.docid}: ${counts}`;
}
