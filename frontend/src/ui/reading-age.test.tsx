import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { ReadingAge } from './reading-age';

function measured(age: number | null, ...words: string[]) {
  const asked: string[] = [];
  server.use(
    http.post('*/api/studies/study/readability', async ({ request }) => {
      asked.push(((await request.json()) as { text: string }).text);
      return HttpResponse.json({
        words: 12,
        sentences: 1,
        age,
        hard: words.map((word) => ({ start: 0, end: word.length, word })),
      });
    }),
  );
  return asked;
}

test('the reading age and each hard word once stand beside a text', async () => {
  measured(11, 'Accountability', 'accountability', 'governance');
  renderWithProviders(<ReadingAge studyId="study" text="Accountability and governance" />);
  expect(await screen.findByText('Reading age: about 11')).toBeVisible();
  expect(screen.getAllByText(/accountability|governance/).map((each) => each.textContent)).toEqual([
    'accountability',
    'governance',
  ]);
});

test('a text for adults is called so, and a short one has no age', async () => {
  measured(18);
  const adult = renderWithProviders(<ReadingAge studyId="study" text="Long words" />);
  expect(await screen.findByText('Reading age: an adult who reads much')).toBeVisible();
  adult.unmount();
  measured(null, 'organisational');
  renderWithProviders(<ReadingAge studyId="study" text="Organisational" />);
  expect(await screen.findByText('organisational')).toBeVisible();
  expect(screen.queryByText(/Reading age/)).toBeNull();
});

test('nothing is asked about an empty text', async () => {
  const asked = measured(5);
  renderWithProviders(<ReadingAge studyId="study" text="   " />);
  await new Promise((done) => setTimeout(done, 700));
  expect(asked).toEqual([]);
});
