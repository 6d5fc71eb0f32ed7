import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { ImportForm } from './import-form';

test('the file itself is sent, and what was understood of it is shown', async () => {
  const sent: string[] = [];
  server.use(
    http.post('*/api/studies/s/imported-transcripts/preview', async ({ request }) => {
      sent.push(await request.text());
      return HttpResponse.json({
        form: 'vtt',
        passages: 2,
        speakers: ['Siân'],
        first: [{ speaker: 'Siân', start: 3, text: 'Yes.' }],
        doubts: ['The cues were not in the order of their times. They are now.'],
      });
    }),
  );
  renderWithProviders(
    <ImportForm
      studyId="s"
      file={new File(['WEBVTT'], 'zoom.vtt')}
      recordings={[]}
      meetings={[]}
      onTakenIn={() => undefined}
    />,
  );
  expect(await screen.findByText('zoom.vtt (VTT): 2 passages were understood.')).toBeVisible();
  expect(screen.getByText('1 speaker: Siân')).toBeVisible();
  expect(screen.getByText(/not in the order/)).toBeVisible();
  expect(sent).toEqual(['WEBVTT']);
});
