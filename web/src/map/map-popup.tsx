import { FamilySign, InventedBadge } from '../marks.js';
import { sayReports, sayTolls, sayWhen, sayWhere, summaryOf } from '../say.js';
import { kindWords, precisionWords, realisWords } from '../words.js';
import type { DrawnIncident } from './draw.js';

/** The incidents that a mark stands for. */
export function MapPopup({
  shown,
  onChoose,
}: {
  shown: readonly DrawnIncident[];
  onChoose: (incident: DrawnIncident) => void;
}) {
  return (
    <ul className="popup">
      {shown.map((each) => {
        const incident = summaryOf(each.entry);
        const said = [
          incident.when && sayWhen(incident.when.edtf),
          sayTolls(incident.toll),
          each.entry.reports > 1 && sayReports(each.entry),
        ].filter(Boolean);
        return (
          <li key={each.id}>
            <button type="button" onClick={() => onChoose(each)}>
              <FamilySign family={each.family} named />
              <span>
                <strong>{kindWords(incident.kind)}</strong>
                {incident.realis !== 'happened' && (
                  <span className="tag tag-realis">{realisWords[incident.realis]}</span>
                )}
                {incident.where && (
                  <span className="popup-where">
                    {sayWhere(incident.where)}{' '}
                    <span className="muted">({precisionWords[incident.where.precision]})</span>
                  </span>
                )}
                {said.length > 0 && <span className="popup-more">{said.join(' · ')}</span>}
                {each.entry.invented && <InventedBadge />}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
