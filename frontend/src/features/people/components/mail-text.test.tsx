import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { MailText } from './mail-text';

test('a link of this site can be followed and keeps its secret behind the #', () => {
  const address = `${window.location.origin}/welcome#t=secret`;
  renderWithProviders(<MailText text={`Open this:\n\n${address}\n\nThank you.`} />);
  expect(screen.getByRole('link', { name: address })).toHaveAttribute('href', '/welcome#t=secret');
});

test('an address of another site stays words', () => {
  renderWithProviders(
    <MailText text="See https://elsewhere.example/welcome#t=1 and <b>bold</b>" />,
  );
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
  expect(screen.getByText(/<b>bold<\/b>/)).toBeVisible();
});
