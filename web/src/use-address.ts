import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { type Address, formatAddress, parseAddress } from './address.js';

const CHANGED = 'dateline:address';

/** How a step is kept: `push` so that Back returns from it, `replace` so that it does not. */
export type Step = 'push' | 'replace';
export type Go = (change: Partial<Address>, step?: Step) => void;

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener);
  addEventListener(CHANGED, listener);
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener(CHANGED, listener);
  };
}

/** What the page's address says is shown, and how to show something else. */
export function useAddress(): [Address, Go] {
  const search = useSyncExternalStore(subscribe, () => location.search);
  const address = useMemo(() => parseAddress(search), [search]);
  const go = useCallback<Go>((change, step = 'push') => {
    const next = formatAddress({ ...parseAddress(location.search), ...change });
    if (next === location.search) return;
    history[step === 'push' ? 'pushState' : 'replaceState'](null, '', next === '' ? location.pathname : next);
    dispatchEvent(new Event(CHANGED));
  }, []);
  return [address, go];
}
