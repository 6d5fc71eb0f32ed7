import { useLayoutEffect } from 'react';

export type Face = 'panel' | 'workbench' | 'session' | 'projector';

/** Sets the type scale and target sizes of a layout, on <html> so that dialogs follow. */
export function useFace(face: Face): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.face = face;
    return () => {
      delete document.documentElement.dataset.face;
    };
  }, [face]);
}
