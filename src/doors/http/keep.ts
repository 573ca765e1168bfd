import type { Gathered } from '../../gathering/index.js';
import type { House } from '../../house.js';
import { sentenceOf } from './received.js';
import type { KeepAnswer } from './schemas.js';

/** Reads and keeps reports, one after another. One that cannot be read is listed, and the rest go on. */
export async function keepReports(
  house: House,
  gathered: Iterable<Gathered>,
  log: (line: string) => void,
): Promise<KeepAnswer> {
  const answer: KeepAnswer = { kept: [], errors: [] };
  for (const each of gathered) {
    if ('error' in each) {
      answer.errors.push({ source: each.source, code: each.error.code, message: sentenceOf(each) });
      continue;
    }
    try {
      answer.kept.push(await house.keep(each.report));
    } catch (error) {
      log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      const message = `${each.source} could not be read or kept; the log of the server says why.`;
      answer.errors.push({ source: each.source, code: 'internal', message });
    }
  }
  return answer.kept.length > 0 ? answer : { ...answer, error: whyNone(answer) };
}

function whyNone({ errors }: KeepAnswer) {
  const [only] = errors;
  if (only !== undefined && errors.length === 1)
    return { code: only.code, message: only.message, where: only.source };
  return {
    code: 'no_reports',
    message: `None of the ${errors.length} reports that came could be read; see errors.`,
  };
}
