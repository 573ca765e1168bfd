import { useEffect, useRef, useState } from 'react';

/** Takes files that are dropped on any part of the page, and says so while they hang over it. */
export function DropAnywhere({ onFiles }: { onFiles: (files: File[]) => void }) {
  const [isOver, setOver] = useState(false);
  const handle = useRef(onFiles);
  handle.current = onFiles;

  useEffect(() => {
    // Each element that is crossed on the way sends a pair of events: the page is left when they cancel out.
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const on = {
      dragenter: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        depth += 1;
        setOver(true);
      },
      dragleave: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        depth = Math.max(0, depth - 1);
        if (depth === 0) setOver(false);
      },
      dragover: (event: DragEvent) => hasFiles(event) && event.preventDefault(),
      drop: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        depth = 0;
        setOver(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) handle.current(files);
      },
    };
    const names = Object.keys(on) as (keyof typeof on)[];
    for (const name of names) addEventListener(name, on[name]);
    return () => {
      for (const name of names) removeEventListener(name, on[name]);
    };
  }, []);

  return isOver ? (
    <div className="drop-cover">
      <p>Drop to read</p>
    </div>
  ) : null;
}
