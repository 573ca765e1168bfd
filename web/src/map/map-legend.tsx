import { FamilySign } from '../marks.js';
import { families, familyWords } from '../words.js';
import type { DrawnIncident } from './draw.js';

interface Props {
  readonly drawn: readonly DrawnIncident[];
  readonly loaded: number;
  readonly total: number;
  readonly onUnplaced: () => void;
}

/** What the marks mean, and what the map does not show. */
export function MapLegend({ drawn, loaded, total, onUnplaced }: Props) {
  const unplaced = loaded - drawn.length;
  return (
    <div className="map-legend">
      <ul aria-label="Marks on the map">
        {families.map((family) => (
          <li key={family}>
            <FamilySign family={family} />
            {familyWords[family]}
          </li>
        ))}
        <li>
          <i className="ring" /> roughly known place
        </li>
      </ul>
      <p>
        {unplaced > 0 && (
          <button type="button" className="link" onClick={onUnplaced}>
            {unplaced.toLocaleString('en')} {unplaced === 1 ? 'has' : 'have'} no place on the map
          </button>
        )}
        {loaded < total && (
          <span>
            {' '}
            first {loaded.toLocaleString('en')} of {total.toLocaleString('en')}
          </span>
        )}
      </p>
    </div>
  );
}
