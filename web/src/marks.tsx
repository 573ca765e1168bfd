import type { ReactNode } from 'react';
import type { Family } from '../../src/record/index.js';
import { shapes } from './shapes.js';
import { familyWords } from './words.js';

/** The sign of a family, in its colour. It has a name only where no words stand beside it. */
export function FamilySign({ family, named = false }: { family: Family; named?: boolean }) {
  const path = <path d={shapes[family]} />;
  return named ? (
    <svg className={`sign family-${family}`} viewBox="0 0 16 16" role="img" aria-label={familyWords[family]}>
      {path}
    </svg>
  ) : (
    <svg className={`sign family-${family}`} viewBox="0 0 16 16" aria-hidden="true">
      {path}
    </svg>
  );
}

export function InventedBadge() {
  return (
    <span className="badge badge-invented" title="Made up to show the desk. It never happened.">
      Invented<span className="badge-more"> example</span>
    </span>
  );
}

const icons = {
  sun: 'M12 4V2m0 20v-2m8-8h2M2 12h2m13.7-5.7 1.4-1.4M4.9 19.1l1.4-1.4m11.4 0 1.4 1.4M4.9 4.9l1.4 1.4M12 7.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Z',
  moon: 'M20 14.2A8.2 8.2 0 0 1 9.8 4 8.2 8.2 0 1 0 20 14.2Z',
  close: 'm6 6 12 12M18 6 6 18',
  download: 'M12 4v11m0 0 4.5-4.5M12 15l-4.5-4.5M4.5 19.5h15',
  filter: 'M4 6h16M7 12h10m-7 6h4',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  map: 'm9 4-5.5 2.4v13.2L9 17.2m0-13.2 6 2.8M9 4v13.2m6-10.4 5.5-2.4v13.2L15 20m0-13.2V20m0 0-6-2.8',
  report: 'M6 3.5h12v17H6Zm3 5h6m-6 4h6m-6 4h3',
  read: 'M12 5v14M5 12h14',
} as const;

export function Icon({ name }: { name: keyof typeof icons }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={icons[name]} />
    </svg>
  );
}

/** What stands where a list or a report would, when there is nothing to show or something went wrong. */
export function Blank({
  title,
  children,
  tone = 'calm',
}: {
  title: string;
  children?: ReactNode;
  tone?: 'calm' | 'bad';
}) {
  return (
    <div className={`blank blank-${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}
