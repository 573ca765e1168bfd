import {
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { PartKind, Reading } from '../../../src/record/index.js';
import type { Field, Proof } from '../proof.js';
import { type Line, lines, type Place, type Run, segments } from '../segments.js';
import { fieldWords } from '../words.js';
import type { Light } from './light.js';

interface Props {
  readonly reading: Reading;
  readonly proofs: readonly Proof[];
  readonly incident?: string;
  readonly hidden: ReadonlySet<Field>;
  readonly light: Light | null;
  readonly onLight: (light: Light | null) => void;
  readonly onOpen: (light: Light) => void;
}

const next: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The text as published. One marked run takes the focus for all; the arrow keys walk from run to run. */
export function ReportText({ reading, proofs, incident, hidden, light, onLight, onOpen }: Props) {
  const pane = useRef<HTMLElement>(null);
  // A text that comes to lie under a pointer was not pointed at: that begins when the pointer moves.
  const isResting = useRef(true);
  const [active, setActive] = useState(0);
  const all = useMemo(() => lines(segments(reading.text, proofs)), [reading.text, proofs]);
  const firstMarked = useMemo(
    () => all.flatMap((line) => line.runs).find((run) => run.spans.length > 0)?.start ?? 0,
    [all],
  );
  const lit = useMemo(() => new Set(light?.keys), [light]);

  const lightFrom = (event: MouseEvent | FocusEvent | KeyboardEvent): Light | null => {
    const run = event.target instanceof Element ? event.target.closest('[data-keys]') : null;
    return run ? { keys: run.getAttribute('data-keys')?.split(' ') ?? [], from: 'text', source: run } : null;
  };
  const walk = (event: KeyboardEvent) => {
    const found = lightFrom(event);
    if (!found?.source || !pane.current) return;
    if (event.key === 'Enter' || event.key === ' ') onOpen(found);
    else if (next[event.key]) {
      const runs = [...pane.current.querySelectorAll<HTMLElement>('[data-keys]')];
      runs[runs.indexOf(found.source as HTMLElement) + (next[event.key] ?? 0)]?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <section
      className="report-text"
      ref={pane}
      aria-label="The report as published"
      onMouseOver={(event) => {
        if (!isResting.current) onLight(lightFrom(event));
      }}
      onMouseMove={(event) => {
        if (!isResting.current || (event.movementX === 0 && event.movementY === 0)) return;
        isResting.current = false;
        onLight(lightFrom(event));
      }}
      onMouseLeave={() => onLight(null)}
      onFocus={(event) => {
        setActive(Number(event.target.getAttribute('data-start')));
        onLight(lightFrom(event));
      }}
      onBlur={() => onLight(null)}
      onClick={(event) => {
        const found = lightFrom(event);
        if (found) onOpen(found);
      }}
      onKeyDown={walk}
    >
      {all.map((line) => (
        <TextLine
          key={line.start}
          line={line}
          role={roleOf(reading, line)}
          incident={incident}
          hidden={hidden}
          // A line that has nothing lit in it is not drawn again when the light moves.
          lit={line.runs.some((run) => run.spans.some((span) => lit.has(span.key))) ? lit : nothing}
          active={line.runs.some((run) => run.start === (active || firstMarked)) ? active || firstMarked : -1}
        />
      ))}
    </section>
  );
}

const nothing: ReadonlySet<string> = new Set();

interface LineProps extends Pick<Props, 'incident' | 'hidden'> {
  readonly line: Line<Proof>;
  readonly role: PartKind;
  readonly lit: ReadonlySet<string>;
  readonly active: number;
}

const TextLine = memo(function TextLine({ line, role, incident, hidden, lit, active }: LineProps) {
  return (
    <p className={`line line-${role}`}>
      {line.runs.map((run) => (
        <MarkedRun
          key={run.start}
          run={run}
          incident={incident}
          hidden={hidden}
          lit={lit}
          isActive={run.start === active}
        />
      ))}
    </p>
  );
});

interface RunProps extends Pick<LineProps, 'incident' | 'hidden' | 'lit'> {
  readonly run: Run<Proof>;
  readonly isActive: boolean;
}

/** A run with its markers: a tint of the shortest span's field, and an underline for each field that covers it. */
function MarkedRun({ run, incident, hidden, lit, isActive }: RunProps) {
  const spans = run.spans.filter((span) => !hidden.has(span.field));
  if (spans.length === 0) return run.text;
  const isOfIncident = (span: Proof) => !incident || span.incident === incident;
  const strong = spans.filter((span) => span.field !== 'claim' && isOfIncident(span));
  const [main, ...under] = [...new Set(strong.map((span) => span.field).reverse())];
  const isClaim = spans.some((span) => span.field === 'claim');
  // Those of the incident that is open come last: they are what pointing at the run is about.
  const ordered = [...spans].sort((a, b) => Number(strong.includes(a)) - Number(strong.includes(b)));
  const classes = [
    'run',
    main ? `run-strong field-${main}` : spans.some((span) => span.field !== 'claim') ? 'run-faint' : '',
    isClaim ? 'run-claim' : '',
    spans.some((span) => lit.has(span.key)) ? `run-lit field-${litField(spans, lit)}` : '',
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button is one box, and words break over lines.
    <span
      className={classes.filter(Boolean).join(' ')}
      style={underlines(under)}
      data-keys={[...new Set(ordered.map((span) => span.key))].join(' ')}
      data-start={run.start}
      role="button"
      tabIndex={isActive ? 0 : -1}
      aria-description={[...new Set(ordered.map((span) => fieldWords[span.field]))].reverse().join(', ')}
    >
      {run.text}
    </span>
  );
}

function litField(spans: readonly Proof[], lit: ReadonlySet<string>): Field | undefined {
  return spans.findLast((span) => lit.has(span.key))?.field;
}

function underlines([second, third]: readonly Field[]): CSSProperties | undefined {
  if (!second) return undefined;
  return {
    '--second': `var(--${second})`,
    ...(third ? { '--third': `var(--${third})` } : {}),
  } as CSSProperties;
}

/** The part of the report that a line stands in. Lines of another story are known by their spans. */
function roleOf(reading: Reading, line: Place): PartKind {
  const holds = (part: Place) => part.start <= line.start && line.start < part.end;
  if (
    line.start < line.end &&
    reading.unrelated.some((span) => span.start < line.end && line.start < span.end)
  )
    return 'unrelated';
  return reading.report.parts.find(holds)?.kind ?? 'body';
}
