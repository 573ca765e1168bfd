import type { Reading, ReportInput } from '../record/index.js';

/** Reads reports. The same report gives the same reading, whatever was read before it. */
export interface Reader {
  readonly version: string;
  /** The name and version of each model and gazetteer that has a part in a reading. */
  readonly models: Readonly<Record<string, string>>;
  read(report: ReportInput): Reading;
}
