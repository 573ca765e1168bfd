import type { KeptIncident } from '../record/index.js';

/** One incident a line, as the store keeps it: nothing is folded. */
export async function* jsonl(incidents: AsyncIterable<KeptIncident>): AsyncIterable<string> {
  for await (const kept of incidents) yield `${JSON.stringify(kept)}\n`;
}
