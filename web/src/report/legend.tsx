import { type Field, fields, type Proof } from '../proof.js';
import { fieldWords } from '../words.js';

interface Props {
  readonly proofs: readonly Proof[];
  readonly hidden: ReadonlySet<Field>;
  readonly onHidden: (hidden: ReadonlySet<Field>) => void;
}

/** What the markers mean. Pressing one takes it off the text, and puts it back. */
export function Legend({ proofs, hidden, onHidden }: Props) {
  const found = new Set(proofs.map((proof) => proof.field));
  const toggle = (field: Field) => {
    const next = new Set(hidden);
    if (!next.delete(field)) next.add(field);
    onHidden(next);
  };
  return (
    <fieldset className="legend" aria-label="Markers in the text">
      {fields.map((field) => (
        <button
          key={field}
          type="button"
          className={`legend-field field-${field}`}
          disabled={!found.has(field)}
          aria-pressed={found.has(field) && !hidden.has(field)}
          title={hidden.has(field) ? 'Mark in the text' : 'Take off the text'}
          onClick={() => toggle(field)}
        >
          <span>{fieldWords[field]}</span>
        </button>
      ))}
    </fieldset>
  );
}
