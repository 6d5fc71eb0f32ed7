import { Button, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMasksTheater } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/dialog';
import { Loading } from '@/ui/loading';
import { ProblemNotice } from '@/ui/problem-notice';
import { PACES, type Pace, type Rehearsal, rehearsalOfQuery, useBeginRehearsal } from '../queries';

const MOST = 400;

interface RehearseButtonProps {
  studyId: string;
  meetingId: string;
  onBegun: (rehearsal: Rehearsal) => void;
}

/** Begins a rehearsal of a planned meeting, or leads back to the one that runs. */
export function RehearseButton(props: RehearseButtonProps) {
  const { t } = useTranslation('rehearsing');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconMasksTheater size={18} aria-hidden />}
        onClick={open}
      >
        {t('begin.open')}
      </Button>
      <Dialog title={t('begin.title')} isOpen={isOpen} onClose={close}>
        <RehearseForm {...props} />
      </Dialog>
    </>
  );
}

function RehearseForm({ studyId, meetingId, onBegun }: RehearseButtonProps) {
  const { t } = useTranslation('rehearsing');
  const { data, error } = useQuery(rehearsalOfQuery({ studyId, meetingId }));
  if (error) {
    return <ProblemNotice error={error} />;
  }
  if (!data) {
    return <Loading />;
  }
  const { expected, running } = data;
  if (running) {
    return (
      <Stack>
        <Text>{t('begin.running')}</Text>
        <Button onClick={() => onBegun(running)}>{t('begin.goOn')}</Button>
      </Stack>
    );
  }
  return <NewRehearsal {...{ studyId, meetingId, onBegun, expected }} />;
}

function NewRehearsal({
  studyId,
  meetingId,
  onBegun,
  expected,
}: RehearseButtonProps & { expected: number }) {
  const { t } = useTranslation('rehearsing');
  const [people, setPeople] = useState<number | string>(Math.min(MOST, expected));
  const [pace, setPace] = useState<Pace>('lively');
  const { mutate, isPending, error } = useBeginRehearsal({ studyId, meetingId });
  const wanted = typeof people === 'number' ? people : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ people: wanted, pace }, { onSuccess: onBegun });
      }}
    >
      <Stack>
        <Text>{t('begin.lead')}</Text>
        <NumberInput
          label={t('begin.people')}
          description={t('begin.peopleHint', { count: expected })}
          min={1}
          max={MOST}
          allowDecimal={false}
          value={people}
          onChange={setPeople}
        />
        <Radio.Group
          label={t('begin.pace')}
          value={pace}
          onChange={(value) => setPace(value as Pace)}
        >
          <Stack gap="xs" mt="xs">
            {PACES.map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`paces.${each}`)}
                description={t(`paces.${each}Hint`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {error && <ProblemNotice error={error} />}
        <Button type="submit" loading={isPending}>
          {t('begin.go')}
        </Button>
      </Stack>
    </form>
  );
}
