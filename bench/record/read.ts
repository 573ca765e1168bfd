import type { Reader } from '../../src/reading/index.js';
import { ReportInput } from '../../src/record/index.js';
import type { AnnotatedReport } from './annotated.js';

/** What came of reading the reports of a gold file. */
export interface ReadResult {
  /** One entry a report, in the order of the file; a report that could not be read has no incidents and no claims. */
  readonly readings: readonly AnnotatedReport[];
  /** Why reports could not be read, one sentence each. */
  readonly failures: readonly string[];
  readonly seconds: number;
}

/** Reads every report of a gold file. The reader is given what was published, never what was annotated. */
export async function readReports(reader: Reader, gold: readonly AnnotatedReport[]): Promise<ReadResult> {
  const failures: string[] = [];
  const begun = performance.now();
  const readings: AnnotatedReport[] = [];
  for (const report of gold) {
    try {
      readings.push(await reader.read(published(report)));
    } catch (error) {
      failures.push(`${report.id}: ${(error as Error).message}`);
      readings.push({ id: report.id, text: report.text, incidents: [], claims: [] });
    }
  }
  return { readings, failures, seconds: (performance.now() - begun) / 1000 };
}

/** The report as it was published: the keys of a ReportInput alone. Throws where they are wrong, and names them. */
export function published(report: AnnotatedReport): ReportInput {
  const result = ReportInput.omit({ extra: true }).safeParse(report);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `"${issue.path.join('.')}" ${issue.message}`);
  throw new Error(`cannot be read as a report: ${faults.join('; ')}`);
}
