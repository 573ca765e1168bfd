import { fieldWords } from '../words.js';
import type { Light } from './light.js';
import type { ShownValue } from './values.js';

interface Props {
  readonly value: ShownValue;
  readonly isLit: boolean;
  readonly onLight: (light: Light | null) => void;
}

/** A value with the words that it rests on. Pointing at it, or the focus on it, lights the words in the text. */
export function ValueRow({ value, isLit, onLight }: Props) {
  const light = (source: Element, isChosen = false) =>
    onLight({ keys: [value.key], from: 'record', source, isChosen });
  return (
    <div className="value-line">
      <dt className={`field-name field-${value.field}`}>
        <span>{fieldWords[value.field]}</span>
      </dt>
      <dd>
        <button
          type="button"
          className={`value field-${value.field}`}
          data-key={value.key}
          data-lit={isLit}
          onMouseEnter={(event) => light(event.currentTarget)}
          onMouseLeave={() => onLight(null)}
          onFocus={(event) => light(event.currentTarget)}
          onBlur={() => onLight(null)}
          onClick={(event) => light(event.currentTarget, true)}
        >
          {value.words && <strong className="value-words">{value.words}</strong>}
          {value.more.map((more) => (
            <span key={more} className="value-more">
              {more}
            </span>
          ))}
          {value.quotes.length > 0 && (
            <span className="value-quotes">
              {value.quotes.map((quote) => (
                <q key={quote}>{quote}</q>
              ))}
            </span>
          )}
          <span className="evidence">
            {value.basis}
            {value.rule && `: ${value.rule}`}
            {' · '}
            {value.speaker ?? 'the report says'}
          </span>
        </button>
      </dd>
    </div>
  );
}
