import { Button, Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { templatesQuery } from '../template-queries';

interface ItemTemplateProps {
  studyId: string;
  /** Only a mechanism can be decided on. */
  isMechanism: boolean;
  onApply: (templateId: string) => void;
}

/** Asks a template's questions about one item. */
export function ItemTemplate({ studyId, isMechanism, onApply }: ItemTemplateProps) {
  const { t } = useTranslation('rounds');
  const { data: templates = [] } = useQuery(templatesQuery(studyId));
  const [chosen, setChosen] = useState<string | null>(null);
  const fitting = templates.filter(
    ({ ranks_items, questions }) =>
      !ranks_items && (isMechanism || questions.every(({ kind }) => kind !== 'decision')),
  );
  return (
    <Group align="flex-end" gap="sm" mt="sm">
      <Select
        flex={1}
        miw={220}
        label={t('build.templateItem')}
        description={t('build.templateItemHint')}
        data={fitting.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={setChosen}
      />
      <Button variant="default" disabled={!chosen} onClick={() => chosen && onApply(chosen)}>
        {t('build.templateItemUse')}
      </Button>
    </Group>
  );
}
