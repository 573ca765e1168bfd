import type { TollStep } from '../../../src/record/index.js';
import { sayWhen } from '../say.js';
import type { Open, ReportOf } from './field-values.js';
import { nameOf, sayStep } from './say-joined.js';

interface Props {
  readonly series: readonly TollStep[];
  readonly reportOf: ReportOf;
  readonly onOpen: Open;
}

/** The figures by the day on which they were published; nothing where there is one only. */
export function TollOverTime({ series, reportOf, onOpen }: Props) {
  const figures = new Set(series.map(({ outcome, low, high }) => `${outcome} ${low} ${high}`));
  const outcomes = new Set(series.map(({ outcome }) => outcome));
  if (figures.size <= outcomes.size) return null;
  return (
    <section className="joined-field">
      <h3>The toll over time</h3>
      <ol className="toll-steps">
        {series.map((step) => (
          <li key={`${step.report} ${step.outcome} ${step.low} ${step.high}`} data-step={step.step}>
            <time>{step.published ? sayWhen(step.published) : 'no date'}</time>
            <span>{sayStep(step)}</span>
            <button type="button" className="link" onClick={() => onOpen(step.report)}>
              {nameOf(reportOf(step.report))}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
