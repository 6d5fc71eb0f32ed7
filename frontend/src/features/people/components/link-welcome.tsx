import { Button, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/errors';
import { Loading } from '@/ui/loading';
import { ProblemNotice } from '@/ui/problem-notice';
import { useFollowLink, useRenewLink } from '../queries';

interface LinkWelcomeProps {
  token: string | null;
  onLanded: (landing: string) => void;
}

/** Follows a magic link at once; a link that is over can be replaced with one press. */
export function LinkWelcome({ token, onLanded }: LinkWelcomeProps) {
  const { t } = useTranslation('people');
  const follow = useFollowLink();
  const hasBegun = useRef(false);

  useEffect(() => {
    // a link works once: React's second run of effects in development must not use it up
    if (token && !hasBegun.current) {
      hasBegun.current = true;
      follow.mutate(token, { onSuccess: ({ landing }) => onLanded(landing) });
    }
  }, [token, follow, onLanded]);

  if (!token) {
    return <Words title={t('welcome.brokenTitle')} words={t('welcome.brokenWords')} />;
  }
  if (follow.error && isOver(follow.error)) {
    return <OverLink token={token} />;
  }
  if (follow.error) {
    return (
      <ProblemNotice
        error={follow.error}
        onRetry={() => follow.mutate(token, { onSuccess: ({ landing }) => onLanded(landing) })}
      />
    );
  }
  return <Loading label={t('welcome.opening')} />;
}

/** Used, too old or unknown: for the reader it is the same, and so is the way on. */
function isOver(error: Error): boolean {
  return [401, 403, 404, 409, 410, 422].includes(asProblem(error).status);
}

function OverLink({ token }: { token: string }) {
  const { t } = useTranslation('people');
  const renew = useRenewLink();
  if (renew.isSuccess) {
    const { hint } = renew.data;
    return <Words title={t('welcome.renewedTitle')} words={t('welcome.renewedWords', { hint })} />;
  }
  return (
    <Stack gap="md" align="flex-start">
      <Words title={t('welcome.overTitle')} words={t('welcome.overWords')} />
      {renew.error && <ProblemNotice error={renew.error} />}
      <Button size="md" loading={renew.isPending} onClick={() => renew.mutate(token)}>
        {t('welcome.renew')}
      </Button>
    </Stack>
  );
}

function Words({ title, words }: { title: string; words: string }) {
  return (
    <div aria-live="polite">
      <Title order={1}>{title}</Title>
      <Text mt="sm">{words}</Text>
    </div>
  );
}
