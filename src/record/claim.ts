import { z } from 'zod';
import { Span } from './span.js';

/** What a speaker does with the words, in the order of the guidelines. */
export const Stance = z.enum([
  'says',
  'confirms',
  'denies',
  'accuses',
  'admits',
  'threatens',
  'demands',
  'pledges',
  'condemns',
  'supports',
]);
export type Stance = z.infer<typeof Stance>;

export const SpeakerKind = z.enum([
  'government',
  'military',
  'police',
  'armed_group',
  'court',
  'organisation',
  'media',
  'witness',
  'person',
  'unknown',
]);
export type SpeakerKind = z.infer<typeof SpeakerKind>;

export const Speaker = z
  .object({ name: z.string(), kind: SpeakerKind, start: Span.shape.start, end: Span.shape.end })
  .describe('Who says it. `name` is resolved: for "he said" it is the name that "he" stands for.');
export type Speaker = z.infer<typeof Speaker>;

/** A stretch of a report that is put in somebody's mouth. */
export const Claim = Span.extend({
  id: z.string(),
  speaker: Speaker.nullable(),
  stance: Stance,
  cue: Span.nullable().describe('The words that make it speech, such as "confirmed" or "according to".'),
  about: z.array(z.string()).describe('The ids of the incidents that it speaks of.'),
  chain: z
    .array(Span.extend({ name: z.string() }))
    .describe('Who passed it on, as in "the army, citing AFP".'),
});
export type Claim = z.infer<typeof Claim>;
