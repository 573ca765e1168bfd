/** Where something stands in a text: UTF-16 offsets, half-open. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A run of characters that the same spans cover, all of it. */
export interface Run<S extends Place> extends Place {
  readonly text: string;
  readonly spans: readonly S[];
}

/** A line of the text, without the line break that ends it, and its runs. */
export interface Line<S extends Place> extends Place {
  readonly runs: readonly Run<S>[];
}

/**
 * Cuts a text at every border of its spans. The runs joined are the text, and a span's runs joined are its quote.
 * Spans may overlap in any way; one that is empty or lies outside the text covers nothing.
 * The spans of a run stand longest first, so that the last is the one to colour it by.
 */
export function segments<S extends Place>(text: string, spans: readonly S[]): Run<S>[] {
  const inside = spans.filter((span) => span.start >= 0 && span.start < span.end && span.end <= text.length);
  const borders = new Set([0, text.length]);
  for (const span of inside) borders.add(span.start).add(span.end);
  const cuts = [...borders].sort((a, b) => a - b);

  const waiting = [...inside].sort((a, b) => a.start - b.start);
  let open: S[] = [];
  let next = 0;
  const runs: Run<S>[] = [];
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[index + 1] ?? text.length;
    open = open.filter((span) => span.end > start);
    for (let span = waiting[next]; span && span.start <= start; span = waiting[++next]) open.push(span);
    open.sort((a, b) => b.end - b.start - (a.end - a.start));
    runs.push({ start, end, text: text.slice(start, end), spans: [...open] });
  }
  return runs;
}

/** Puts runs into lines. A run that goes over a line break is parted there; the break itself is in no run. */
export function lines<S extends Place>(runs: readonly Run<S>[]): Line<S>[] {
  const out: Line<S>[] = [];
  let start = 0;
  let current: Run<S>[] = [];
  const close = (end: number) => {
    out.push({ start, end, runs: current });
    current = [];
    start = end + 1;
  };
  for (const run of runs) {
    let from = run.start;
    for (const [index, part] of run.text.split('\n').entries()) {
      if (index > 0) {
        close(from - 1);
      }
      const end = from + part.length;
      if (part !== '') current.push({ ...run, start: from, end, text: part });
      from = end + 1;
    }
  }
  close(runs.at(-1)?.end ?? 0);
  return out;
}
