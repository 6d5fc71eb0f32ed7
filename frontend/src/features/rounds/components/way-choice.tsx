import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnsweringWay } from '../use-answering-way';

interface WayChoiceProps {
  value: AnsweringWay;
  onChange: (way: AnsweringWay) => void;
}

/** One item at a time, or all on one page. */
export function WayChoice({ value, onChange }: WayChoiceProps) {
  const { t } = useTranslation('rounds');
  return (
    <Radio.Group
      label={t('intro.way')}
      size="md"
      value={value}
      onChange={(way) => onChange(way === 'all' ? 'all' : 'one')}
    >
      <Radio value="one" size="md" mt="sm" label={t('answer.oneByOne')} />
      <Radio value="all" size="md" mt="sm" label={t('answer.allAtOnce')} />
    </Radio.Group>
  );
}
