import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { cssVariables, theme } from '@/ui/theme';
import { watchForEndedSession } from './ended-session';
import { styleNonce } from './nonce';
import { queryClient } from './query-client';
import { router } from './router';

watchForEndedSession(queryClient, router);

// the same key is read by public/color-scheme.js before the first paint
const colorScheme = localStorageColorSchemeManager({ key: 'colloquy-color-scheme' });

/** The whole application: look, server state, pages. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colorScheme}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <Notifications position="bottom-right" limit={3} autoClose={6000} />
        <RouterProvider router={router} />
      </MantineProvider>
    </QueryClientProvider>
  );
}
