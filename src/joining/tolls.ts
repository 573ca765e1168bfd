import { type JoinedIncident, type JoinedValue, Outcome, type TollStep } from '../record/index.js';
import { peopleOf } from './same-value.js';
import type { Teller } from './sources.js';

const outcomes: readonly string[] = Outcome.options;

type TollValue = JoinedIncident['values']['toll'][number];

/** Whether figures of two outcomes or of two sides are told, which do not rival one another. */
export const sideOf = ({ outcome, of }: TollValue['value']): string =>
  `${outcome} ${peopleOf(of) === 'attackers' ? 'attackers' : 'people'}`;

/**
 * The figures that speak of all who were harmed. A figure is a part ("five of them children") where every report that
 * gives it gives a greater one of that outcome as well, in the same mouth or in none; where it counts children or women
 * and another counts people; and where it is one person whom the words tell of without counting.
 */
export function totals(tolls: readonly TollValue[]): TollValue[] {
  return tolls.filter((toll) => {
    const greater = tolls.filter(
      (whole) => sideOf(whole.value) === sideOf(toll.value) && whole.value.low > toll.value.low,
    );
    const isOfSome = ['children', 'women'].includes(peopleOf(toll.value.of));
    const isOne = toll.value.low === 1 && toll.evidence.every(({ basis }) => basis === 'worked out');
    if (greater.length > 0 && (isOfSome || isOne)) return false;
    return !toll.reports.every((report) => greater.some((whole) => isPartIn(report, toll, whole)));
  });
}

function isPartIn(report: string, toll: TollValue, whole: TollValue): boolean {
  return whole.reports.includes(report) && sameMouth(report, whole, toll);
}

function sameMouth(report: string, whole: TollValue, part: TollValue): boolean {
  const claims = ({ evidence }: TollValue) =>
    evidence.filter((one) => one.report === report).map(({ claim }) => claim);
  const [one, other] = [claims(whole), claims(part)];
  return other.some((claim) => claim === undefined || one.includes(claim)) || one.includes(undefined);
}

/** Whether two figures cannot both be right. */
export function contradict(a: TollValue['value'], b: TollValue['value']): boolean {
  return sideOf(a) === sideOf(b) && (a.low > (b.high ?? Infinity) || b.low > (a.high ?? Infinity));
}

/** The totals over time, by the day of publication: what came first, what was said again, raised or taken back. */
export function tollSeries(tolls: readonly TollValue[], tellers: ReadonlyMap<string, Teller>): TollStep[] {
  const given = totals(tolls).flatMap((toll) => toll.reports.map((report) => ({ toll, report })));
  const at = (report: string) => tellers.get(report)?.published ?? Infinity;
  const inOrder = given.sort(
    (a, b) =>
      outcomes.indexOf(a.toll.value.outcome) - outcomes.indexOf(b.toll.value.outcome) ||
      (at(a.report) === at(b.report) ? 0 : at(a.report) - at(b.report)) ||
      (a.report < b.report ? -1 : Number(a.report > b.report)) ||
      a.toll.value.low - b.toll.value.low,
  );
  return inOrder.map(({ toll, report }, index) => {
    const { outcome, low, high } = toll.value;
    const earlier = inOrder.slice(0, index).filter((one) => one.toll.value.outcome === outcome);
    const published = tellers.get(report)?.reading.report.published?.edtf ?? null;
    return { outcome, low, high, report, published, step: stepOf({ toll, report }, earlier, tellers) };
  });
}

type GivenToll = { readonly toll: TollValue; readonly report: string };

function stepOf(
  { toll, report }: GivenToll,
  earlier: readonly GivenToll[],
  tellers: ReadonlyMap<string, Teller>,
): TollStep['step'] {
  if (earlier.length === 0) return 'first';
  const outlet = tellers.get(report)?.outlet;
  const own = earlier.filter((one) => outlet !== undefined && tellers.get(one.report)?.outlet === outlet);
  const tookBack = own.some((one) => one.report !== report && one.toll.value.low > toll.value.low);
  if (tookBack) return 'corrected';
  if (earlier.some((one) => one.toll === toll)) return 'again';
  return earlier.every((one) => one.toll.value.low < toll.value.low) ? 'updated' : 'other';
}

/** Whether an outlet that gave a figure has since given another one in its place. */
export function isDropped(
  toll: JoinedValue<unknown>,
  tolls: readonly TollValue[],
  tellers: ReadonlyMap<string, Teller>,
): boolean {
  return toll.reports.every((report) => {
    const teller = tellers.get(report);
    return totals(tolls).some(
      (other) =>
        other !== toll &&
        other.reports.some((later) => {
          const its = tellers.get(later);
          return (
            teller?.outlet !== undefined && its?.outlet === teller.outlet && its.published > teller.published
          );
        }),
    );
  });
}
