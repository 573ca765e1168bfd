import 'maplibre-gl/dist/maplibre-gl.css';
import { useComputedColorScheme } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { KeptJoined } from '../../../src/record/index.js';
import type { Choose } from '../list/lists.js';
import { useFamilyOf } from '../queries.js';
import { isPlaced } from '../say.js';
import { type DrawnIncident, type DrawnMap, drawMap } from './draw.js';
import { MapLegend } from './map-legend.js';
import { MapPopup } from './map-popup.js';

interface Props {
  readonly entries: readonly KeptJoined[];
  readonly total: number;
  /** The id of the joined incident that is open. */
  readonly open?: string;
  readonly onChoose: Choose;
  readonly onUnplaced: () => void;
}

/** The incidents on the countries of the world. It asks no other host for anything. */
export default function MapPane({ entries, total, open, onChoose, onUnplaced }: Props) {
  const familyOf = useFamilyOf();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const frame = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<DrawnMap | null>(null);
  const [failure, setFailure] = useState('');
  const [shown, setShown] = useState<readonly DrawnIncident[]>([]);
  const [popup] = useState(() => document.createElement('div'));

  const drawn = useMemo(
    () => entries.filter(isPlaced).map((entry) => drawable(entry, familyOf(entry.kind))),
    [entries, familyOf],
  );
  const choose = useCallback(
    ({ entry }: DrawnIncident) =>
      onChoose(entry.member.report, entry.member.incident, { joined: entry.reports > 1 }),
    [onChoose],
  );
  // Drawn at once: the popup chooses its side of the mark by the size of what is in it.
  const show = useCallback((next: readonly DrawnIncident[]) => flushSync(() => setShown(next)), []);
  const handlers = useRef({ onChoose: choose, onShow: show });
  handlers.current = { onChoose: choose, onShow: show };

  useEffect(() => {
    if (!frame.current) return;
    let made: DrawnMap | undefined;
    let isGone = false;
    drawMap(frame.current, popup, handlers)
      .then((map) => {
        if (isGone) return map.remove();
        made = map;
        setMap(map);
      })
      .catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
    return () => {
      isGone = true;
      made?.remove();
    };
  }, [popup]);

  useEffect(() => map?.paint(scheme), [map, scheme]);
  useEffect(() => map?.show(drawn, open), [map, drawn, open]);

  return (
    <div className="map-pane">
      <section className="map" ref={frame} aria-label="Map of incidents" data-ready={map !== null} />
      {failure && (
        <p className="map-failure">
          The map cannot be drawn in this browser ({failure}). The list has every incident.
        </p>
      )}
      <MapLegend drawn={drawn} loaded={entries.length} total={total} onUnplaced={onUnplaced} />
      {createPortal(<MapPopup shown={shown} onChoose={choose} />, popup)}
    </div>
  );
}

function drawable(entry: KeptJoined, family: DrawnIncident['family']): DrawnIncident {
  const { lat, lon } = entry.shown.where?.value ?? {};
  return { id: entry.id, lat: lat ?? 0, lon: lon ?? 0, family, entry };
}
