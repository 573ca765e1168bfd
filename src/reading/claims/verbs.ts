import { Stance } from '../../record/index.js';
import { type Lists, rows } from '../lists.js';

const FRAMES = [
  'clause',
  'that',
  'quote',
  'address',
  'object',
  'blame',
  'demand',
  'intent',
  'describe',
  'shows',
] as const;
/** Where the words of a claim stand beside its verb; the head of `reporting-verbs.txt` says what each means. */
export type Frame = (typeof FRAMES)[number];

/** A reporting verb. `particle` is the rest of "call for". */
export interface ReportingVerb {
  readonly particle: string;
  readonly stance: Stance;
  readonly frame: Frame;
}

/** The reporting verbs by lemma, those with a particle first. Throws on a row whose stance or frame is not known. */
export function reportingVerbs(lists: Lists): ReadonlyMap<string, readonly ReportingVerb[]> {
  const verbs = new Map<string, ReportingVerb[]>();
  for (const [verb = '', stance = '', frame = ''] of rows(lists('claims/reporting-verbs'))) {
    const known = FRAMES.find((name) => name === frame);
    const parsed = Stance.safeParse(stance);
    if (known === undefined || !parsed.success) {
      throw new Error(
        `claims/reporting-verbs: "${verb}" has the stance "${stance}" and the frame "${frame}". ` +
          `Stances: ${Stance.options.join(', ')}. Frames: ${FRAMES.join(', ')}.`,
      );
    }
    const [lemma = '', ...particle] = verb.split(' ');
    const entry = { particle: particle.join(' '), stance: parsed.data, frame: known };
    verbs.set(lemma, [...(verbs.get(lemma) ?? []), entry]);
  }
  for (const sharing of verbs.values()) sharing.sort((a, b) => b.particle.length - a.particle.length);
  return verbs;
}
