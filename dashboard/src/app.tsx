import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { BrowserRouter } from 'react-router';
import { Toasts } from './components/toasts.tsx';
import { Waiting } from './components/states.tsx';
import { LiveProvider } from './live/live-provider.tsx';
import { Pages } from './pages.tsx';
import { createQueryClient } from './query-client.ts';
import { OfflinePage } from './session/offline-page.tsx';
import { SignInPage } from './session/sign-in-page.tsx';
import { useSession } from './session/use-session.ts';
import { readableColours, theme } from './theme.ts';

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={readableColours} defaultColorScheme="auto">
      <SignedIn />
    </MantineProvider>
  );
}

function SignedIn() {
  const state = useSession();
  switch (state.kind) {
    case 'checking':
      return <Waiting label="Looking whether you are signed in" />;
    case 'offline':
      return <OfflinePage />;
    case 'out':
      return <SignInPage because={state.because} />;
    case 'in':
      // Another person sees nothing of what was read for the one before.
      return <Inside key={state.me.id} />;
  }
}

function Inside() {
  const [client] = useState(createQueryClient);
  useEffect(() => () => client.clear(), [client]);
  return (
    <QueryClientProvider client={client}>
      {/* Fields that stand in the address are controlled: with transitions they lag behind, and lose what is typed fast. */}
      <BrowserRouter useTransitions={false}>
        <Toasts>
          <LiveProvider>
            <Pages />
          </LiveProvider>
        </Toasts>
      </BrowserRouter>
    </QueryClientProvider>
  );
}
