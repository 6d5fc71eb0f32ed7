import { Group, Loader, Text } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const PATIENCE_MS = 300;

/** Says that something is coming, but only once it has taken long enough to wonder. */
export function Loading({ label }: { label?: string }) {
  const { t } = useTranslation('ui');
  const [isSlow, setIsSlow] = useState(false);
  useTimeout(() => setIsSlow(true), PATIENCE_MS, { autoInvoke: true });
  return (
    <div role="status" aria-live="polite" data-loading>
      {isSlow && (
        <Group gap="sm" p="lg" c="dimmed">
          <Loader size="sm" type="oval" aria-hidden />
          <Text span>{label ?? t('loading')}</Text>
        </Group>
      )}
    </div>
  );
}
