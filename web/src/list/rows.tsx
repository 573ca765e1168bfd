import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Step } from '../use-address.js';

interface Props<T extends { key: string }> {
  readonly label: string;
  readonly items: readonly T[];
  /** The key of the row whose report is open. */
  readonly chosen?: string;
  readonly isStale?: boolean;
  /** `stay` where the arrow keys walk the list: the report opens beside it, but a narrow screen keeps the list. */
  readonly onChoose: (item: T, how: { step: Step; stay: boolean }) => void;
  readonly render: (item: T) => ReactNode;
  readonly end?: ReactNode;
}

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  PageDown: (at, last) => Math.min(last, at + 8),
  PageUp: (at) => Math.max(0, at - 8),
  Home: () => 0,
  End: (_, last) => last,
};

/** A list to walk by arrow keys: each step opens what it stands on, and one row takes the focus for all. */
export function Rows<T extends { key: string }>({
  label,
  items,
  chosen,
  isStale,
  onChoose,
  render,
  end,
}: Props<T>) {
  const list = useRef<HTMLDivElement>(null);
  const at = items.findIndex((item) => item.key === chosen);

  // A row that is chosen elsewhere (on the map, by Back) comes into view; the focus stays where it is.
  useEffect(() => {
    if (chosen) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const item = items[Math.max(0, at)];
      if (item) onChoose(item, { step: 'push', stay: false });
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.report-title')?.focus());
      return;
    }
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = step(at, items.length - 1);
    const item = items[next];
    if (!item) return;
    onChoose(item, { step: 'replace', stay: true });
    list.current?.querySelectorAll<HTMLElement>('[role="option"]')[next]?.focus();
  };

  return (
    <div className="rows" role="listbox" aria-label={label} ref={list} data-stale={isStale}>
      {items.map((item, index) => (
        <div
          key={item.key}
          className="row"
          role="option"
          aria-selected={index === at}
          tabIndex={index === Math.max(0, at) ? 0 : -1}
          onClick={() => onChoose(item, { step: 'push', stay: false })}
          onKeyDown={walk}
        >
          {render(item)}
        </div>
      ))}
      {end && <div className="rows-end">{end}</div>}
    </div>
  );
}
