import { Button, Stack, Text, Textarea, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '@/ui/loading';
import { ProblemNotice } from '@/ui/problem-notice';
import { useDeclineInvitation, useTakeBackDecline } from '../queries';

interface Invitation {
  token: string;
  /** As chosen in the mail. */
  reason: string;
}

/** Declines as soon as it is opened, since the click was in the mail; it can be taken back here. */
export function DeclineAnswer({ token, reason }: Invitation) {
  const { t } = useTranslation('studies');
  const decline = useDeclineInvitation();
  const takeBack = useTakeBackDecline();
  const hasBegun = useRef(false);

  useEffect(() => {
    if (!hasBegun.current) {
      hasBegun.current = true;
      decline.mutate({ token, reason });
    }
  }, [decline, token, reason]);

  if (decline.error) {
    return (
      <ProblemNotice error={decline.error} onRetry={() => decline.mutate({ token, reason })} />
    );
  }
  if (!decline.data) {
    return <Loading label={t('decline.sending')} />;
  }
  if (takeBack.isSuccess) {
    return (
      <div role="status">
        <Title order={1}>{t('decline.backTitle')}</Title>
        <Text mt="sm">{t('decline.backWords')}</Text>
      </div>
    );
  }
  return (
    <Stack gap="xl">
      <div role="status">
        <Title order={1}>{t('decline.doneTitle')}</Title>
        <Text mt="sm">{t('decline.doneWords', { study: decline.data.study_title })}</Text>
      </div>
      <MoreWords token={token} reason={reason} />
      <section>
        <Title order={2} size="h3" mb="xs">
          {t('decline.takeBackTitle')}
        </Title>
        {takeBack.error && <ProblemNotice error={takeBack.error} />}
        <Button
          variant="default"
          loading={takeBack.isPending}
          onClick={() => takeBack.mutate(token)}
        >
          {t('decline.takeBack')}
        </Button>
      </section>
    </Stack>
  );
}

/** Words of one's own are welcome but never asked for. */
function MoreWords({ token, reason }: Invitation) {
  const { t } = useTranslation('studies');
  const add = useDeclineInvitation();
  const [words, setWords] = useState('');
  if (add.isSuccess) {
    return <Text role="status">{t('decline.sentTitle')}</Text>;
  }
  return (
    <Stack gap="sm" align="flex-start">
      <Textarea
        label={t('decline.words')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autosize
        minRows={3}
        maxLength={2000}
        w="100%"
      />
      {add.error && <ProblemNotice error={add.error} />}
      <Button
        disabled={!words.trim()}
        loading={add.isPending}
        onClick={() => add.mutate({ token, reason, words: words.trim() })}
      >
        {t('decline.send')}
      </Button>
    </Stack>
  );
}
