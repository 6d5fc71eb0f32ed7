import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement, ReactNode } from 'react';

interface Rendered {
  user: UserEvent;
  queryClient: QueryClient;
  unmount: () => void;
}

/** Renders with the providers of the app but the router, and a query cache of its own. */
export function renderWithProviders(element: ReactElement): Rendered {
  const queryClient = new QueryClient({
    defaultOptions: { queries: { retry: false }, mutations: { retry: false } },
  });
  function Providers({ children }: { children: ReactNode }) {
    return (
      <QueryClientProvider client={queryClient}>
        <MantineProvider env="test">{children}</MantineProvider>
      </QueryClientProvider>
    );
  }
  const { unmount } = render(element, { wrapper: Providers });
  return { user: userEvent.setup(), queryClient, unmount };
}
