import { useLocalStorage } from '@mantine/hooks';

/** How a person wants to see transcripts; remembered on this device. */
export interface View {
  verbatim: 'full' | 'intelligent';
  hasPauses: boolean;
  /** Words the engine was less sure of, in percent, are marked; 0 marks none. */
  threshold: number;
  isFollowing: boolean;
  /** Seconds that a pause goes back. */
  stepBack: number;
}

const PLAIN: View = {
  verbatim: 'full',
  hasPauses: false,
  threshold: 50,
  isFollowing: true,
  stepBack: 1,
};

export function useView(): [View, (change: Partial<View>) => void] {
  const [view, setView] = useLocalStorage<View>({
    key: 'colloquy:transcript-view',
    defaultValue: PLAIN,
    getInitialValueInEffect: false,
  });
  return [{ ...PLAIN, ...view }, (change) => setView({ ...PLAIN, ...view, ...change })];
}
