import type { Grade, JoinedSource, JoinedValue, KeptReport, TollStep } from '../../../src/record/index.js';
import { sayCount } from '../say.js';

/** What a report is called in a line: its outlet, else its title, else that neither is known. */
export function nameOf(report: Pick<KeptReport, 'outlet' | 'title'> | undefined): string {
  return report?.outlet ?? report?.title ?? 'a report without outlet';
}

/** Who stands behind a value: "3 outlets, 1 independent source: health ministry". */
export function sayBacking({
  outlets,
  independent,
  primary,
  reports,
}: Pick<JoinedValue<unknown>, 'outlets' | 'independent' | 'primary' | 'reports'>): string {
  const given = outlets > 0 ? counted(outlets, 'outlet') : counted(reports.length, 'report');
  const sources = counted(independent, 'independent source');
  return `${given}, ${sources}${primary.length > 0 ? `: ${primary.join(', ')}` : ''}`;
}

/** In whose mouth a value is put; empty where the reports say it themselves. */
export function saySpeakers(speakers: readonly string[]): string {
  return speakers.length === 0 ? '' : `according to ${listed(speakers)}`;
}

/** What is graded. */
export type Graded = 'happened' | 'actor' | 'toll';

export const gradedWords: Record<Graded, string> = {
  happened: 'That it happened',
  actor: 'Who did it',
  toll: 'How many',
};

export const gradeWords: Record<Grade, string> = {
  confirmed: 'confirmed',
  fair: 'fair',
  weak: 'weak',
  contested: 'contested',
};

const contested: Record<Graded, string> = {
  happened: 'One report tells it as a fact, another as something that is denied.',
  actor: 'Another is named as well, or somebody denies it.',
  toll: 'Another figure stands against it, and both cannot be right.',
};

/** What a grade means, in a sentence. */
export function sayGrade(graded: Graded, grade: Grade): string {
  if (grade === 'contested') return contested[graded];
  if (grade === 'weak') return 'One independent source at most stands behind it.';
  if (grade === 'fair')
    return 'Two independent sources stand behind it; they are not known to go back to different ones.';
  return 'Three independent sources stand behind it, or two that go back to different ones.';
}

/** Whom a report has its news from: "copy of Adria Wire; credits AFP". Empty where it stands alone. */
export function sayOrigin(
  { copyOf, cites, agencies }: Pick<JoinedSource, 'copyOf' | 'cites' | 'agencies'>,
  reportOf: (hash: string) => Pick<KeptReport, 'outlet' | 'title'> | undefined,
): string {
  // What is copied is cited as well: once is enough.
  const cited = [...new Set(cites)]
    .filter((one) => one !== copyOf)
    .map((one) => {
      const report = reportOf(one);
      return report ? nameOf(report) : one;
    });
  return [
    copyOf !== null && `copy of ${nameOf(reportOf(copyOf))}`,
    cited.length > 0 && `has it from ${listed(cited)}`,
    agencies.length > 0 && `credits ${listed(agencies)}`,
  ]
    .filter(Boolean)
    .join('; ');
}

const stepWords: Record<TollStep['step'], string> = {
  first: 'the first figure',
  again: 'given before',
  updated: 'higher than before',
  corrected: 'corrected: the outlet gave a higher one before',
  other: 'lower, from another outlet',
};

/** A figure of the series: "at least 9 killed, higher than before". */
export function sayStep({
  outcome,
  low,
  high,
  step,
}: Pick<TollStep, 'outcome' | 'low' | 'high' | 'step'>): string {
  return `${sayCount({ low, high })} ${outcome}, ${stepWords[step]}`;
}

/** A sentence of `why` with the outlets in the place of the hashes of their reports. */
export function sayWhy(
  sentence: string,
  reports: readonly Pick<KeptReport, 'hash' | 'outlet' | 'title'>[],
): string {
  return reports.reduce((text, report) => text.replaceAll(report.hash, nameOf(report)), sentence);
}

/** Several in a line: "a, b and c". */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

const counted = (number: number, noun: string) =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
