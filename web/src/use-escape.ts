import { useEffect } from 'react';

/** Calls back on Escape, unless something nearer to the focus (a menu, a dialog, a field) has used the key up. */
export function useEscape(onEscape: () => void, isOn = true): void {
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (
        event.target instanceof HTMLElement &&
        event.target.closest('[role="dialog"], [role="menu"], input')
      )
        return;
      onEscape();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [onEscape, isOn]);
}
