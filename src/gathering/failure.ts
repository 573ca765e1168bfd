/** Why an input gave no report. The codes stand on the line that takes the report's place, so they do not change. */
export type FailureCode =
  | 'empty'
  | 'binary'
  | 'encoding'
  | 'too_long'
  | 'not_json'
  | 'bad_field'
  | 'no_article'
  | 'unreadable'
  | 'bad_address'
  | 'private_network'
  | 'no_answer'
  | 'http_status'
  | 'media_type';

/** An input that cannot be read: its code, and the reason as the rest of a sentence that starts with its name. */
export class GatherError extends Error {
  override readonly name = 'GatherError';
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * What stands in the place of a report that could not be gathered. An error that is not about the input is a bug of
 * ours, but one report's bug must not stop the others: its code is `internal`.
 */
export function asFailure(error: unknown): { code: FailureCode | 'internal'; message: string } {
  if (error instanceof GatherError) return { code: error.code, message: error.message };
  return {
    code: 'internal',
    message: `could not be read: ${error instanceof Error ? error.message : String(error)}`,
  };
}
