import { type ReactNode, useRef } from 'react';
import { SaveDrawing } from './save-drawing';

interface DrawnFigureProps {
  /** What the file is called, without its ending. */
  name: string;
  children: ReactNode;
}

/** Drawings with the words that belong to them, which leave together as SVG or PNG. */
export function DrawnFigure({ name, children }: DrawnFigureProps) {
  const drawn = useRef<HTMLDivElement>(null);
  return (
    <>
      <div ref={drawn}>{children}</div>
      <SaveDrawing name={name} of={drawn} />
    </>
  );
}
