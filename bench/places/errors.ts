import type { GoldText } from './gold.js';
import { errorOf, type Pair } from './score.js';

/** Words of a text around a span, with the span in brackets. */
function context(text: string, { start, end }: { start: number; end: number }): string {
  const before = text.slice(Math.max(0, start - 60), start);
  const behind = text.slice(end, end + 50);
  return `${before}[${text.slice(start, end)}]${behind}`.replace(/\s+/g, ' ');
}

const named = ({ found }: Pair) =>
  found ? `${found.name} (${[found.country].flat().join() || 'no country'}, ${found.gazetteer})` : 'nothing';

/** The misses, worst first: kind, how often the same words were missed so, the error and an example. */
export function errorLines(all: readonly { text: GoldText; pair: Pair }[], most: number): string[] {
  const groups = new Map<string, { count: number; line: string }>();
  for (const { text, pair } of all) {
    const kind = kindOf(pair);
    const span = pair.gold ?? pair.found;
    if (kind === undefined || span === undefined) continue;
    const error = errorOf(pair);
    const key = `${kind}: ${text.text.slice(span.start, span.end)} → ${named(pair)}`;
    const line = `${error === undefined ? '' : `${error.toFixed(0)} km `}${text.id} ${context(text.text, span)}`;
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { count: 1, line });
  }
  return [...groups]
    .toSorted(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
    .slice(0, most)
    .flatMap(([key, { count, line }]) => [`${count} × ${key}`, `      ${line}`]);
}

function kindOf(pair: Pair): string | undefined {
  const { gold, found } = pair;
  if (!gold) return 'spurious';
  if (!found) return 'missed';
  if (!gold.point) return undefined;
  return (errorOf(pair) ?? 0) > 161 ? 'elsewhere' : undefined;
}
