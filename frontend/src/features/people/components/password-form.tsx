import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { useChangePassword } from '../queries';

const SHORTEST = 12;

/** Sets or changes one's own password; the old one is asked for where there is one. */
export function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const { t } = useTranslation('people');
  const change = useChangePassword();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { old: '', new: '' },
    validate: { new: (value) => (value.length < SHORTEST ? t('password.tooShort') : null) },
  });
  const reveal = { 'aria-label': t('signIn.showPassword') };
  return (
    <form
      onSubmit={form.onSubmit((values) => change.mutate(values, { onSuccess: form.reset }))}
      noValidate
    >
      <Stack gap="md" maw={420}>
        {change.error && <ProblemNotice error={change.error} />}
        {change.isSuccess && <Text role="status">{t('password.saved')}</Text>}
        {hasPassword && (
          <PasswordInput
            key={form.key('old')}
            label={t('password.old')}
            autoComplete="current-password"
            visibilityToggleButtonProps={reveal}
            {...form.getInputProps('old')}
          />
        )}
        <PasswordInput
          key={form.key('new')}
          label={t('password.new')}
          description={t('password.how')}
          autoComplete="new-password"
          visibilityToggleButtonProps={reveal}
          {...form.getInputProps('new')}
        />
        <Button type="submit" loading={change.isPending}>
          {t('password.save')}
        </Button>
      </Stack>
    </form>
  );
}
