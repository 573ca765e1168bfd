import type { Span, Trace, When, Where } from '../../record/index.js';
import type { Pointer } from '../encoder/index.js';
import { firstWhere } from '../search.js';
import { zoned } from '../times/index.js';
import { placeOf, runnersUp, scoreOf } from './parts.js';
import type { Scene } from './scene.js';
import type { Sighting } from './sightings.js';

/** How far off the time and the place of an incident may be told, in tokens. */
const REACH = 400;

/** How much likelier than nowhere a time or a place must be. */
const SURER = 1;

/** What it adds that the words hang on the incident's in the grammar. */
const BOUND = 0.65;

/** When and where something happened. */
export interface Setting {
  readonly when: When | undefined;
  readonly where: Where | undefined;
}

/** When and where an incident happened: the time and the place that its words point at. */
export function settingOf(scene: Scene, incident: readonly Sighting[]): Setting {
  const [first] = incident;
  if (first === undefined || incident.length > 1) return readSetting(scene, incident);
  const setting = alone.get(first) ?? readSetting(scene, incident);
  alone.set(first, setting);
  return setting;
}

/** What is known of words by themselves: they are asked about when words are joined, and most are joined to none. */
const alone = new WeakMap<Sighting, Setting>();

function readSetting(scene: Scene, incident: readonly Sighting[]): Setting {
  const where = whereOf(scene, incident);
  const when = whenOf(scene, incident);
  return { when: when && where && isInOneZone(where) ? onClockOf(where, when) : when, where };
}

function whenOf(scene: Scene, incident: readonly Sighting[]): When | undefined {
  const found = pointedAt(scene, incident, 'when', scene.timeAt, ({ edtf }) => edtf, String);
  if (found === undefined || found.span.edtf === null) return undefined;
  const { start, end, quote, edtf, rule } = found.span;
  const basis = edtf === quote ? 'stated' : 'worked out';
  return { edtf, start, end, quote, basis, rule, score: found.score, trace: found.trace };
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
    (_, { name }) => name,
  );
  return found && { ...found.span, score: found.score, trace: found.trace };
}

/**
 * The span that the words of an incident point at most, taken together; undefined where they rather point nowhere.
 * `meaningOf` says what a span comes to: several that come to the same count as one; null for one that is no value.
 * `nameOf` says how a meaning is called.
 */
function pointedAt<S extends Span>(
  scene: Scene,
  incident: readonly Sighting[],
  pointer: Pointer,
  spanAt: readonly (S | undefined)[],
  meaningOf: (span: S) => string | null,
  nameOf: (meaning: string, span: S) => string,
): { span: S; score: number; trace: Trace } | undefined {
  const bySpan = new Map<S, number>();
  const pointers: Pointing<S>[] = [];
  let nowhere = 0;
  for (const { peg, token } of incident) {
    const tokens = tokensNear(token, spanAt, (span) => meaningOf(span) !== null);
    const chances = scene.arcs.point(peg, pointer, tokens);
    for (const [index, at] of tokens.entries()) {
      const span = spanAt[at] as S;
      const isBound = hangsOn(scene, at, token);
      const chance = (chances[index] ?? 0) + (isBound ? BOUND : 0);
      bySpan.set(span, (bySpan.get(span) ?? 0) + chance);
      pointers.push({ span, token, chance, isBound });
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
  if (span === undefined) return undefined;
  const over = runnersUp(
    [...byValue].filter(([each]) => each !== value),
    ([, sum]) => sum / incident.length,
    ([each]) => {
      const [rival] = highest(new Map([...bySpan].filter(([one]) => meaningOf(one) === each)));
      const words = rival && { start: rival.start, end: rival.end };
      return { value: rival === undefined ? each : nameOf(each, rival), ...words };
    },
  );
  return { span, score: scoreOf(sum / incident.length), trace: { ...pointed(scene, pointers, span), over } };
}

/** A word of an incident that points at a span, how likely, and whether the span hangs on it in the grammar. */
interface Pointing<S> {
  readonly span: S;
  readonly token: number;
  readonly chance: number;
  readonly isBound: boolean;
}

/** The word that points most at a span, and whether the grammar spoke for it too. */
function pointed<S>(scene: Scene, pointers: readonly Pointing<S>[], to: S): Pick<Trace, 'by' | 'from'> {
  const own = pointers.filter(({ span }) => span === to);
  const surest = own.reduce((best, one) => (one.chance > best.chance ? one : best));
  const by: Trace['by'] = own.some(({ isBound }) => isBound) ? ['model', 'grammar'] : ['model'];
  return { by, from: placeOf(scene, surest.token) };
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
  const within = tokensWith(spanAt);
  const from = firstWhere(within, (at) => at >= token - REACH);
  const to = firstWhere(within, (at) => at > token + REACH);
  return within.slice(from, to).filter((at) => fits(spanAt[at] as S));
}

const known = new WeakMap<readonly unknown[], number[]>();

/** The tokens that have a span, in order; worked out once for all incidents of a report. */
function tokensWith(spanAt: readonly unknown[]): number[] {
  const tokens = known.get(spanAt) ?? [...spanAt.keys()].filter((at) => spanAt[at] !== undefined);
  known.set(spanAt, tokens);
  return tokens;
}
