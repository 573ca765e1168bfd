import type { Claim, Incident, Note, Reading } from '../../../src/record/index.js';
import { FamilySign } from '../marks.js';
import { keyOf } from '../proof.js';
import { useFamilyOf } from '../queries.js';
import { sayTolls, sayWhen, sayWhere } from '../say.js';
import { kindWords, realisWords, stanceWords } from '../words.js';
import type { Light } from './light.js';
import { ValueRow } from './value-row.js';
import { valuesOf } from './values.js';

interface Props {
  readonly reading: Reading;
  readonly incident?: string;
  readonly light: Light | null;
  readonly onLight: (light: Light | null) => void;
  readonly onIncident: (incident: string | undefined) => void;
}

/** What was read from the report: incidents with their values, claims, and what was passed over. */
export function Record({ reading, incident, light, onLight, onIncident }: Props) {
  return (
    <section className="record" aria-label="The record">
      <h3>
        Incidents <span className="count">{reading.incidents.length}</span>
      </h3>
      {reading.incidents.length === 0 && <p className="hint">No incident was found in this report.</p>}
      {reading.incidents.map((each) => (
        <IncidentCard
          key={each.id}
          incident={each}
          claims={reading.claims}
          isOpen={each.id === incident}
          light={light}
          onLight={onLight}
          onToggle={() => onIncident(each.id === incident ? undefined : each.id)}
        />
      ))}
      <h3>
        Claims <span className="count">{reading.claims.length}</span>
      </h3>
      {reading.claims.length === 0 && <p className="hint">Nobody but the report itself speaks.</p>}
      {reading.claims.map((claim) => (
        <ClaimRow
          key={claim.id}
          claim={claim}
          incidents={reading.incidents}
          light={light}
          onLight={onLight}
        />
      ))}
      <Notes notes={reading.notes} />
      <p className="hint record-reader">Read by Dateline {reading.reader.version}</p>
    </section>
  );
}

interface CardProps extends Pick<Props, 'light' | 'onLight'> {
  readonly incident: Incident;
  readonly claims: readonly Claim[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function IncidentCard({ incident, claims, isOpen, light, onLight, onToggle }: CardProps) {
  const familyOf = useFamilyOf();
  const isLit = light?.keys.some((key) => key.startsWith(`${incident.id}/`)) ?? false;
  const summary = [
    incident.where && sayWhere(incident.where),
    incident.when && sayWhen(incident.when.edtf),
    sayTolls(incident.toll),
  ];
  return (
    <section className="card" data-open={isOpen} data-lit={isLit && !isOpen}>
      <button
        type="button"
        className="card-head"
        aria-expanded={isOpen}
        onClick={onToggle}
        {...(isOpen ? {} : { 'data-key': allKeys(incident, claims) })}
      >
        <FamilySign family={familyOf(incident.kind)} named />
        <span className="card-name">
          <strong>{kindWords(incident.kind)}</strong>
          {incident.number > 1 && <span className="tag">×{incident.number.toLocaleString('en')}</span>}
          <span className="tag tag-realis">{realisWords[incident.realis]}</span>
          <span className="tag">{incident.core ? 'main story' : 'background'}</span>
        </span>
        {!isOpen && (
          <span className="card-summary">
            {summary.filter(Boolean).join(' · ') || 'no place, date or toll told'}
          </span>
        )}
      </button>
      {isOpen && (
        <dl className="values">
          {valuesOf(incident, claims).map((value) => (
            <ValueRow
              key={value.key}
              value={value}
              isLit={light?.keys.includes(value.key) ?? false}
              onLight={onLight}
            />
          ))}
        </dl>
      )}
    </section>
  );
}

/** A closed card stands for all its values: the words of any of them lead to it. */
const allKeys = (incident: Incident, claims: readonly Claim[]) =>
  valuesOf(incident, claims)
    .map((value) => value.key)
    .join(' ');

interface ClaimProps extends Pick<Props, 'light' | 'onLight'> {
  readonly claim: Claim;
  readonly incidents: readonly Incident[];
}

function ClaimRow({ claim, incidents, light, onLight }: ClaimProps) {
  const key = keyOf.claim(claim);
  const about = incidents.filter((incident) => claim.about.includes(incident.id));
  const lightUp = (source: Element, isChosen = false) =>
    onLight({ keys: [key], from: 'record', source, isChosen });
  return (
    <button
      type="button"
      className="value claim field-claim"
      data-key={key}
      data-lit={light?.keys.includes(key) ?? false}
      onMouseEnter={(event) => lightUp(event.currentTarget)}
      onMouseLeave={() => onLight(null)}
      onFocus={(event) => lightUp(event.currentTarget)}
      onBlur={() => onLight(null)}
      onClick={(event) => lightUp(event.currentTarget, true)}
    >
      <span className="claim-speaker">
        <strong>{claim.speaker?.name ?? 'Someone not named'}</strong>{' '}
        <span className={`stance stance-${claim.stance}`}>{stanceWords[claim.stance]}</span>
      </span>
      <q>{claim.quote}</q>
      {claim.chain.length > 0 && (
        <span className="evidence">by way of {claim.chain.map((link) => link.name).join(', ')}</span>
      )}
      {about.length > 0 && <span className="evidence">about: {about.map(nameOf).join('; ')}</span>}
    </button>
  );
}

const nameOf = ({ kind, where }: Incident) => kindWords(kind) + (where ? `, ${where.name}` : '');

function Notes({ notes }: { notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <>
      <h3>
        Notes <span className="count">{notes.length}</span>
      </h3>
      <ul className="notes">
        {notes.map((note) => (
          <li key={`${note.code} ${note.start ?? ''} ${note.message}`}>
            {note.quote && <q>{note.quote}</q>} {note.message}
          </li>
        ))}
      </ul>
    </>
  );
}
