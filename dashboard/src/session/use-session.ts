import { useSyncExternalStore } from 'react';
import { session } from './hub.ts';
import type { Me, SessionState } from './session.ts';

export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.state);
}

/** Who is signed in. Only below the sign-in page. */
export function useMe(): Me {
  const state = useSession();
  if (state.kind !== 'in') throw new Error('Nobody is signed in.');
  return state.me;
}

/** Whether the one signed in may do something; without a permission, everyone may. What may not be done is not offered. */
export function useMay(): (permission: string | undefined) => boolean {
  const { permissions } = useMe();
  return (permission) => permission === undefined || permissions.includes(permission);
}
