import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { FakeSocket } from '@/testing/fake-socket';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { CodeForm } from './code-form';
import { DeviceCheck } from './device-check';
import { LinkForm } from './link-form';

test('a code is taken however it is typed', async () => {
  const onCode = vi.fn<(code: string) => void>();
  const { user } = renderWithProviders(<CodeForm onCode={onCode} />);
  await user.type(screen.getByLabelText('Code of the meeting'), 'bcd-fhj{Enter}');
  expect(onCode).toHaveBeenCalledWith('BCDFHJ');
});

test('a code that is too short is asked for again', async () => {
  const onCode = vi.fn<(code: string) => void>();
  const { user } = renderWithProviders(<CodeForm onCode={onCode} />);
  await user.type(screen.getByLabelText('Code of the meeting'), 'bcd{Enter}');
  expect(screen.getByText('Type all six letters.')).toBeVisible();
  expect(onCode).not.toHaveBeenCalled();
});

test('whoever asks for a link is not told whether the address is known', async () => {
  server.use(http.post('*/api/join/BCDFHJ/link', () => HttpResponse.json(null, { status: 202 })));
  const { user } = renderWithProviders(<LinkForm code="BCDFHJ" />);
  await user.type(screen.getByLabelText('E-mail address'), 'ann@example.org{Enter}');
  expect(
    await screen.findByText(/If ann@example.org was invited, a link is on its way/),
  ).toBeVisible();
});

function check({ hasMicrophone = false } = {}) {
  FakeSocket.opened.length = 0;
  return renderWithProviders(
    <DeviceCheck
      place={{ studyId: 's', meetingId: 'm' }}
      title="Second consultation"
      hasMicrophone={hasMicrophone}
      enter={<a href="/in">Enter the meeting</a>}
      openSocket={FakeSocket.open}
    />,
  );
}

test('the connection is said to be good once every ping was answered', async () => {
  check();
  const socket = FakeSocket.newest;
  expect(socket.url).toContain('/api/studies/s/meetings/m/echo');
  socket.accept();
  for (let pings = 0; pings < 5; pings += 1) {
    expect(socket.sent).toHaveLength(pings + 1);
    socket.say({ type: 'pong' });
  }
  expect(await screen.findByText(/The server answers in \d+ milliseconds/)).toBeVisible();
});

test('a connection that does not open is told with what to do, and the way in stays', async () => {
  const { user } = check();
  FakeSocket.newest.drop();
  expect(await screen.findByText(/The live connection does not open/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Enter the meeting' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Check again' }));
  expect(FakeSocket.opened).toHaveLength(2);
});

test('a browser without sound is told that it can still take part', async () => {
  const { user } = check();
  await user.click(screen.getByRole('button', { name: 'Play a sound' }));
  expect(await screen.findByText(/cannot play sound/)).toBeVisible();
});

test('only whoever may record is asked to try a microphone, and told why there is none', async () => {
  const { user } = check({ hasMicrophone: true });
  await user.click(screen.getByRole('button', { name: 'Try the microphone' }));
  // the browser of the tests has an address that is not safe, and says so
  expect(await screen.findByText(/Browsers give the microphone only to pages/)).toBeVisible();
});

test('nobody else sees it', () => {
  check();
  expect(screen.queryByRole('button', { name: 'Try the microphone' })).toBeNull();
});
