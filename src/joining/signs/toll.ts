import type { Figure, Profile } from '../profile.js';
import type { Sign } from './sign.js';

/** Signs of the toll of dead and injured. Figures that grow from the earlier report to the later are no contradiction. */
export function tollSigns(a: Profile, b: Profile): Sign[] {
  return ['killed', 'injured'].flatMap((outcome) => outcomeSigns(a, b, outcome));
}

function outcomeSigns(a: Profile, b: Profile, outcome: string): Sign[] {
  const [one, other] = [a.tolls.get(outcome), b.tolls.get(outcome)];
  if (!one || !other) return [];
  const shared = one.filter((figure) =>
    other.some((also) => figure.low <= also.high && also.low <= figure.high),
  );
  if (shared.length > 0) {
    const most = Math.max(...shared.map(({ low }) => low));
    // That one was killed says little; that 43 were, much.
    return [{ name: `${outcome}-alike`, value: Math.log2(1 + most), says: `${most} ${outcome} in both` }];
  }
  const gap = Math.abs(Math.log2((1 + peak(one)) / (1 + peak(other))));
  const says = `${peak(one)} and ${peak(other)} ${outcome}`;
  return [{ name: grows(a, b, peak(one), peak(other)) ? 'toll-grows' : 'toll-differs', value: gap, says }];
}

const peak = (figures: readonly Figure[]) => Math.max(...figures.map(({ low }) => low));

function grows(a: Profile, b: Profile, one: number, other: number): boolean {
  const [first, second] = [a.story.published, b.story.published];
  if (first === undefined || second === undefined) return false;
  return first <= second ? one <= other : other <= one;
}
