import { useLocalStorage } from '@mantine/hooks';

export type AnsweringWay = 'one' | 'all';

/** One item at a time or all on a page: the person's own choice, remembered on this device. */
export function useAnsweringWay() {
  return useLocalStorage<AnsweringWay>({
    key: 'colloquy-answering-way',
    defaultValue: 'one',
    getInitialValueInEffect: false,
  });
}
