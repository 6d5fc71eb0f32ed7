import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { useSignIn } from '../queries';

/** E-mail and password for staff; calls `onSignedIn` once the session is there. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation('people');
  const signIn = useSignIn();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (email) => (/^\S+@\S+$/.test(email.trim()) ? null : t('signIn.noEmail')),
      password: (password) => (password ? null : t('signIn.noPassword')),
    },
  });
  const submit = form.onSubmit(({ email, password }) =>
    signIn.mutate({ email: email.trim(), password }, { onSuccess: onSignedIn }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {signIn.error && <ProblemNotice error={signIn.error} />}
        <TextInput
          key={form.key('email')}
          type="email"
          label={t('signIn.email')}
          autoComplete="username"
          size="md"
          {...form.getInputProps('email')}
        />
        <PasswordInput
          key={form.key('password')}
          label={t('signIn.password')}
          autoComplete="current-password"
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={signIn.isPending} fullWidth>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}
