import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { CodebookRow, Family, KeptMember } from '../../src/record/index.js';
import type { Filters } from './address.js';
import { fetchCodebook, fetchIncidents, fetchJoined, fetchReport, fetchReports } from './api.js';

const PAGE = 100;
/** So many incidents are loaded unasked, for the map; the list asks for more at its end. */
const UNASKED = 1000;

/** The joined incidents that the filters let through, as far as they are loaded. */
export function useIncidents(filters: Filters) {
  const query = useInfiniteQuery({
    queryKey: ['incidents', filters],
    queryFn: ({ pageParam }) => fetchIncidents(filters, pageParam, PAGE),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.entries.length, 0);
      return last.entries.length > 0 && loaded < last.total ? loaded : undefined;
    },
    placeholderData: keepPreviousData,
  });
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  const entries = useMemo(() => data?.pages.flatMap((page) => page.entries) ?? [], [data]);
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError && entries.length < UNASKED) fetchNextPage();
  }, [hasNextPage, isFetching, isError, entries.length, fetchNextPage]);
  return { ...query, entries, total: data?.pages[0]?.total ?? 0 };
}

export function useReports() {
  return useQuery({ queryKey: ['reports'], queryFn: () => fetchReports(0, 500) });
}

export function useReport(hash: string | undefined) {
  return useQuery({
    queryKey: ['report', hash],
    queryFn: () => fetchReport(hash ?? ''),
    enabled: hash !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The joined incident that a member stands in. */
export function useJoined(member: KeptMember | undefined) {
  return useQuery({
    queryKey: ['joined', member?.report, member?.incident],
    queryFn: () => fetchJoined(member ?? { report: '', incident: '' }),
    enabled: member !== undefined,
  });
}

/** The kinds of incident with their families; empty until they are loaded. */
export function useCodebook(): readonly CodebookRow[] {
  const { data } = useQuery({
    queryKey: ['codebook'],
    queryFn: fetchCodebook,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.kinds ?? [];
}

/** The family of a kind, by the codebook; `other` for one that it does not have. */
export function useFamilyOf(): (kind: string) => Family {
  const codebook = useCodebook();
  return useMemo(() => {
    const families = new Map(codebook.map((row) => [row.kind, row.family]));
    return (kind: string) => families.get(kind) ?? 'other';
  }, [codebook]);
}
