import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { Study } from '../queries';
import { AnswersOnLeaving } from './answers-on-leaving';

const STUDY = { id: 'study-1', answers_on_leaving: 'anonymise' } as Study;

test('what becomes of the answers of who leaves is chosen in plain words and saved at once', async () => {
  let sent: unknown;
  server.use(
    http.patch('*/api/studies/study-1', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ ...STUDY, answers_on_leaving: 'erase' });
    }),
  );
  const { user } = renderWithProviders(<AnswersOnLeaving study={STUDY} canEdit />);
  expect(screen.getByRole('radio', { name: 'Keep them without a name' })).toBeChecked();
  const erase = screen.getByRole('radio', { name: 'Erase them' });
  expect(erase).toHaveAccessibleDescription(/gone for good/);
  await user.click(erase);
  await expect.poll(() => sent).toEqual({ answers_on_leaving: 'erase' });
  expect(await screen.findByRole('status')).not.toBeEmptyDOMElement();
});

test('those who cannot edit the study read what was chosen', () => {
  renderWithProviders(<AnswersOnLeaving study={STUDY} canEdit={false} />);
  expect(screen.getByText(/Keep them without a name. They are counted/)).toBeVisible();
  expect(screen.queryByRole('radio')).toBeNull();
});
