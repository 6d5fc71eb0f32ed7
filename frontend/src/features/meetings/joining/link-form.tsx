import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { useJoiningLink } from './queries';

/** Asks for a link to the address that was invited, and never says whether one was. */
export function LinkForm({ code }: { code: string }) {
  const { t } = useTranslation('meetings');
  const [sentTo, setSentTo] = useState<string>();
  const link = useJoiningLink(code);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '' },
    validate: { email: (email) => (/^\S+@\S+$/.test(email.trim()) ? null : t('join.noEmail')) },
  });
  if (sentTo) {
    return (
      <div aria-live="polite">
        <Title order={2}>{t('join.sentTitle')}</Title>
        <Text mt="sm">{t('join.sentWords', { email: sentTo })}</Text>
        <Text mt="sm">{t('join.sentNothing')}</Text>
        <Button mt="md" variant="default" onClick={() => setSentTo(undefined)}>
          {t('join.again')}
        </Button>
      </div>
    );
  }
  const submit = form.onSubmit(({ email }) =>
    link.mutate(email.trim(), { onSuccess: () => setSentTo(email.trim()) }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <div>
          <Title order={2}>{t('join.linkTitle')}</Title>
          <Text mt="xs">{t('join.linkLead')}</Text>
        </div>
        {link.error && <ProblemNotice error={link.error} />}
        <TextInput
          key={form.key('email')}
          type="email"
          label={t('join.email')}
          autoComplete="email"
          size="md"
          {...form.getInputProps('email')}
        />
        <Button type="submit" size="md" loading={link.isPending} fullWidth>
          {t('join.send')}
        </Button>
      </Stack>
    </form>
  );
}
