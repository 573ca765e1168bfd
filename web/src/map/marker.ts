import type { Family } from '../../../src/record/index.js';
import { sayReports, sayTolls, sayWhen, sayWhere, summaryOf } from '../say.js';
import { shapes } from '../shapes.js';
import { familyWords, kindWords } from '../words.js';
import type { DrawnIncident } from './draw.js';

const SVG = 'http://www.w3.org/2000/svg';

/** The mark of one incident: the sign of its family, in a ring that is the wider the less exactly the place is known. */
export function incidentElement({ entry, family }: DrawnIncident): HTMLButtonElement {
  const incident = summaryOf(entry);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `marker marker-one family-${family}`;
  button.dataset.precision = incident.where?.precision;
  const said = [
    kindWords(incident.kind),
    incident.where && sayWhere(incident.where),
    incident.when && sayWhen(incident.when.edtf),
    sayTolls(incident.toll),
    entry.reports > 1 && sayReports(entry),
  ];
  button.setAttribute('aria-label', said.filter(Boolean).join(', '));
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', shapes[family]);
  svg.append(path);
  button.append(svg);
  return button;
}

/** The mark of several: how many, in a ring of the families' colours by their shares. */
export function clusterElement(incidents: readonly DrawnIncident[]): HTMLButtonElement {
  const counts = new Map<Family, number>();
  for (const { family } of incidents) counts.set(family, (counts.get(family) ?? 0) + 1);
  const byCount = [...counts].sort((a, b) => b[1] - a[1]);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'marker marker-many';
  button.dataset.exact = String(incidents.some(({ entry }) => isExact(entry.shown.where?.value.precision)));
  button.setAttribute(
    'aria-label',
    `${incidents.length} incidents: ${byCount.map(([family, count]) => `${familyWords[family]} ${count}`).join(', ')}`,
  );
  let from = 0;
  const slices = byCount.map(([family, count]) => {
    const to = from + (count / incidents.length) * 100;
    const slice = `var(--family-${family}) ${from}% ${to}%`;
    from = to;
    return slice;
  });
  button.style.setProperty('--shares', `conic-gradient(${slices.join(', ')})`);
  button.style.setProperty('--size', `${Math.round(24 + 6 * Math.log10(incidents.length))}px`);
  const count = document.createElement('span');
  count.textContent = String(incidents.length);
  button.append(count);
  return button;
}

const isExact = (precision: string | undefined) =>
  precision === 'exact' || precision === 'city' || precision === 'district';
