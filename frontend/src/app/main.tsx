import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/atkinson-hyperlegible-mono/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@/ui/tokens.css';
import '@/ui/base.css';
import { App } from './app';
import { startWords } from './i18n/start';
import { giveNonceToStyles } from './nonce';
import { keepShell, startOffline } from './offline';
import { queryClient } from './query-client';

giveNonceToStyles();
await Promise.all([startWords(), startOffline(queryClient)]);

const root = document.getElementById('root');
if (!root) {
  throw new Error('index.html has no #root');
}
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
keepShell();
