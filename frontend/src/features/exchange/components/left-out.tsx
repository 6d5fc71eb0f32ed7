import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { JudgedLine } from '../queries';

/** The lines that were not taken in, each with its reason. */
export function LeftOut({ lines }: { lines: readonly JudgedLine[] }) {
  const { t } = useTranslation('exchange');
  if (lines.length === 0) {
    return null;
  }
  return (
    <div>
      <Text fw={650}>{t('leftOut', { count: lines.length })}</Text>
      <List>
        {lines.map(({ line, message }) => (
          <List.Item key={line}>{t('lineSays', { line, message })}</List.Item>
        ))}
      </List>
    </div>
  );
}
