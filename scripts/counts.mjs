/**
 * How many tests passed and failed, from the results that vitest writes. A file that could not be loaded has no tests
 * and counts as one that failed; so does a run that ends badly without saying which test did.
 * @param {{ numPassedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] } | undefined} results
 * @param {number} status the exit status of the run
 */
export function countsOf(results, status) {
  const files = results?.testResults ?? [];
  const failed = files.reduce((sum, file) => sum + failuresOf(file), 0);
  return { passed: results?.numPassedTests ?? 0, failed: status === 0 ? failed : Math.max(failed, 1) };
}

function failuresOf({ status, assertionResults }) {
  const failed = assertionResults.filter((result) => result.status === 'failed').length;
  return failed === 0 && status === 'failed' ? 1 : failed;
}
