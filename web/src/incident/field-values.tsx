import type { KeptReport } from '../../../src/record/index.js';
import { sayWhen } from '../say.js';
import type { FieldValue, JoinedField } from './fields.js';
import { nameOf, sayBacking, saySpeakers } from './say-joined.js';

export type ReportOf = (hash: string) => KeptReport | undefined;
/** Opens a report on an incident of it, with the words that start somewhere lit. */
export type Open = (report: string, incident?: string, lit?: number) => void;

interface Props {
  readonly field: JoinedField;
  readonly reportOf: ReportOf;
  readonly onOpen: Open;
}

/** A field: the value that is shown and the rule that chose it, and under it every value side by side. */
export function FieldValues({ field, reportOf, onOpen }: Props) {
  return (
    <section className={`joined-field field-${field.field}`} aria-label={field.name}>
      <h3 className={`field-name field-${field.field}`}>
        <span>{field.name}</span>
      </h3>
      {field.shown.map(({ words, rule }) => (
        <p key={words} className="joined-shown">
          <strong>{words}</strong> <span className="joined-rule">{rule}</span>
        </p>
      ))}
      <ul
        className="side-by-side"
        data-many={field.values.length > 1}
        aria-label={`${field.name}: every value`}
      >
        {field.values.map((value) => (
          <Side key={value.key} value={value} reportOf={reportOf} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

function Side({ value, reportOf, onOpen }: Omit<Props, 'field'> & { value: FieldValue }) {
  const speakers = saySpeakers(value.speakers);
  return (
    <li className="side" data-shown={value.isShown}>
      <p className="side-value">
        <strong>{value.words}</strong>
        {value.isShown && <span className="tag">shown</span>}
        {value.more && <span className="value-more">{value.more}</span>}
      </p>
      <p className="side-backing">{sayBacking(value)}</p>
      {speakers && <p className="side-speakers">{speakers}</p>}
      <ul className="side-reports">
        {value.evidence.map(({ report, incident, start, quote, rule }) => {
          const told = reportOf(report);
          return (
            <li key={`${report} ${incident} ${start ?? ''} ${quote ?? ''}`}>
              <button type="button" className="side-quote" onClick={() => onOpen(report, incident, start)}>
                <span className="side-outlet">
                  {nameOf(told)}
                  {told?.published && <span className="muted"> {sayWhen(told.published.edtf)}</span>}
                </span>
                {quote ? <q>{quote}</q> : <span className="muted">worked out{rule && `: ${rule}`}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </li>
  );
}
