import { createClient, type HubClient } from '@fairlead/client';
import { createSession, type Session } from './session.ts';

/** Who is signed in, in this tab. */
export const session: Session = createSession();

/** The API of the hub that served this page. */
export const hub: HubClient = createClient({ url: location.origin, token: () => session.token() });
