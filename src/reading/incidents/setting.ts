import type { When, Where } from '../../record/index.js';
import type { Pointer } from '../encoder/index.js';
import { zoned } from '../times/index.js';
import { scoreOf } from './parts.js';
import type { Scene } from './scene.js';
import type { Sighting } from './sightings.js';

/** How far off the time and the place of an incident may be told, in tokens. */
const REACH = 400;

/** How much likelier than nowhere a time or a place must be. */
const SURER = 1.5;

/** What it adds that the words hang on the incident's in the grammar. */
const BOUND = 0.5;

/** When and where something happened. */
export interface Setting {
  readonly when: When | undefined;
  readonly where: Where | undefined;
}

/** When and where an incident happened: the time and the place that its words point at. */
export function settingOf(scene: Scene, incident: readonly Sighting[]): Setting {
  const where = whereOf(scene, incident);
  const when = whenOf(scene, incident);
  return { when: when && where && isInOneZone(where) ? onClockOf(where, when) : when, where };
}

function whenOf(scene: Scene, incident: readonly Sighting[]): When | undefined {
  const found = pointedAt(scene, incident, 'when', scene.timeAt, ({ edtf }) => edtf);
  if (found === undefined || found.span.edtf === null) return undefined;
  const { start, end, quote, edtf, rule } = found.span;
  const basis = edtf === quote ? 'stated' : 'worked out';
  return { edtf, start, end, quote, basis, rule, score: found.score };
}

const isInOneZone = ({ precision }: Where) => precision !== 'country' && precision !== 'area';

/** "at 21:30" in Baghdad: a clock time in the zone of its place. */
function onClockOf({ lat, lon, name }: Where, when: When): When {
  const edtf = lat === null || lon === null ? when.edtf : zoned(when.edtf, { lat, lon });
  if (edtf === when.edtf) return when;
  return { ...when, edtf, basis: 'worked out', rule: `${when.rule}; by the clocks of ${name}` };
}

function whereOf(scene: Scene, incident: readonly Sighting[]): Where | undefined {
  const found = pointedAt(
    scene,
    incident,
    'where',
    scene.sceneAt,
    ({ name, country, lat, lon, precision }) => `${name} ${country} ${lat} ${lon} ${precision}`,
  );
  return found && { ...found.span, score: found.score };
}

/**
 * The span that the words of an incident point at most, taken together; undefined where they rather point nowhere.
 * `meaningOf` says what a span comes to: several that come to the same count as one; null for one that is no value.
 */
function pointedAt<S>(
  scene: Scene,
  incident: readonly Sighting[],
  pointer: Pointer,
  spanAt: readonly (S | undefined)[],
  meaningOf: (span: S) => string | null,
): { span: S; score: number } | undefined {
  const bySpan = new Map<S, number>();
  let nowhere = 0;
  for (const { peg, token } of incident) {
    const tokens = tokensNear(token, spanAt, (span) => meaningOf(span) !== null);
    const chances = scene.arcs.point(peg, pointer, tokens);
    for (const [index, at] of tokens.entries()) {
      const span = spanAt[at] as S;
      const chance = (chances[index] ?? 0) + (hangsOn(scene, at, token) ? BOUND : 0);
      bySpan.set(span, (bySpan.get(span) ?? 0) + chance);
    }
    nowhere += chances[tokens.length] ?? 0;
  }
  const byValue = new Map<string, number>();
  for (const [span, sum] of bySpan) {
    const value = meaningOf(span) ?? '';
    byValue.set(value, (byValue.get(value) ?? 0) + sum);
  }
  const [value, sum] = highest(byValue);
  if (sum <= nowhere * SURER) return undefined;
  const [span] = highest(new Map([...bySpan].filter(([each]) => meaningOf(each) === value)));
  return span && { span, score: scoreOf(sum / incident.length) };
}

/** "a bombing in Jos", "was shot on Monday": whether words hang on a peg, with nothing but a preposition between. */
function hangsOn({ grammar }: Scene, at: number, peg: number): boolean {
  let token = at;
  for (let steps = 0; steps < 3; steps++) {
    if (!/^(?:pobj|prep|npadvmod|nmod|compound)$/.test(grammar.labels[token] ?? '')) return false;
    token = grammar.heads[token] ?? -1;
    if (token === peg) return true;
  }
  return false;
}

/** The key with the highest number; the first of several. */
function highest<Key>(sums: ReadonlyMap<Key, number>): [Key | undefined, number] {
  let best: [Key | undefined, number] = [undefined, 0];
  for (const [key, sum] of sums) if (sum > best[1]) best = [key, sum];
  return best;
}

/** The tokens within reach that stand in a span that may be pointed at. */
function tokensNear<S>(
  token: number,
  spanAt: readonly (S | undefined)[],
  fits: (span: S) => boolean,
): number[] {
  const tokens: number[] = [];
  const to = Math.min(spanAt.length, token + REACH + 1);
  for (let at = Math.max(0, token - REACH); at < to; at++) {
    const span = spanAt[at];
    if (span !== undefined && fits(span)) tokens.push(at);
  }
  return tokens;
}
