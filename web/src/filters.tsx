import { Checkbox, Select, TextInput } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { countFilters, type Filters as Values } from './address.js';
import { Icon } from './marks.js';
import { useCodebook } from './queries.js';
import type { Step } from './use-address.js';
import { families, familyWords, kindWords } from './words.js';

/** So long typing rests before the words are asked for, in milliseconds. */
const REST = 250;

export function Filters({
  filters,
  onChange,
}: {
  filters: Values;
  onChange: (filters: Values, step?: Step) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const count = countFilters(filters);
  const set = (change: Partial<Values>) => onChange({ ...filters, ...change });
  return (
    <form
      className="filters"
      data-open={isOpen}
      aria-label="Filters"
      onSubmit={(event) => event.preventDefault()}
    >
      <WordsField
        words={filters.words ?? ''}
        onWords={(words) => onChange({ ...filters, words }, 'replace')}
      />
      <button type="button" className="filters-open" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="filter" /> Filters{count > 0 && ` (${count})`}
      </button>
      <div className="filters-more">
        <KindSelect filters={filters} onChange={set} />
        <div className="filters-days">
          <DayField label="From" day={filters.from} onDay={(from) => set({ from })} />
          <DayField label="To" day={filters.to} onDay={(to) => set({ to })} />
          <Checkbox
            label="Main stories"
            checked={filters.main ?? false}
            onChange={(event) => set({ main: event.currentTarget.checked || undefined })}
          />
          <button
            type="button"
            className="link filters-clear"
            disabled={count === 0}
            onClick={() => onChange({})}
          >
            Clear
          </button>
        </div>
      </div>
    </form>
  );
}

function WordsField({ words, onWords }: { words: string; onWords: (words: string | undefined) => void }) {
  const [typed, setTyped] = useState(words);
  useEffect(() => setTyped(words), [words]);
  useEffect(() => {
    if (typed.trim() === words) return;
    const rest = setTimeout(() => onWords(typed.trim() || undefined), REST);
    return () => clearTimeout(rest);
  });
  return (
    <TextInput
      className="filters-words"
      size="xs"
      type="search"
      aria-label="Words in the report"
      placeholder="Words in the report"
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}

/** One choice for both: a whole family, or one kind of it. */
function KindSelect({ filters, onChange }: { filters: Values; onChange: (change: Partial<Values>) => void }) {
  const codebook = useCodebook();
  const data = useMemo(
    () =>
      families.map((family) => {
        const kinds = codebook.filter((row) => row.family === family).map((row) => row.kind);
        const whole = { value: `family:${family}`, label: `${familyWords[family]}: all` };
        const each = kinds.map((kind) => ({ value: `kind:${kind}`, label: kindWords(kind) }));
        return { group: familyWords[family], items: kinds.length > 1 ? [whole, ...each] : each };
      }),
    [codebook],
  );
  const value = filters.kind ? `kind:${filters.kind}` : filters.family ? `family:${filters.family}` : null;
  return (
    <Select
      className="filters-kind"
      aria-label="Kind of incident"
      placeholder="Any kind"
      data={data}
      value={value}
      clearable
      searchable
      maxDropdownHeight={340}
      nothingFoundMessage="No such kind"
      comboboxProps={{ width: 240, position: 'bottom-start' }}
      onChange={(chosen) => {
        const [what, name] = chosen?.split(':') ?? [];
        onChange({ family: what === 'family' ? name : undefined, kind: what === 'kind' ? name : undefined });
      }}
    />
  );
}

function DayField({
  label,
  day,
  onDay,
}: {
  label: string;
  day?: string;
  onDay: (day: string | undefined) => void;
}) {
  return (
    <label className="day-field">
      <span>{label}</span>
      <input
        type="date"
        value={day ?? ''}
        onChange={(event) => onDay(event.currentTarget.value || undefined)}
      />
    </label>
  );
}
