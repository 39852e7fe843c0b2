import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Desk } from './config.ts';
import {
  endSession,
  keepSession,
  keptSession,
  renewSession,
  SessionOver,
  signIn,
  type Session,
} from './session.ts';

/** Who is signed in, in this tab. */
export interface SignedIn {
  readonly session: Session | null;
  /** The token as it is now: a renewal changes it under whoever works with it. */
  readonly token: () => string;
  /** Why somebody who was signed in no longer is. */
  readonly reason: string | null;
  enter(): Promise<void>;
  /** Forgets the sign-in; without a reason the person wants to go, and the token is ended too. */
  leave(reason: string | null): void;
}

/** Renewed so long before it ends, and tried again each minute until then, in ms. */
const ahead = 10 * 60_000;
const pause = 60_000;

export function useSession(desk: Desk): SignedIn {
  const [session, setSession] = useState(() => keptSession(sessionStorage));
  const [reason, setReason] = useState<string | null>(null);
  const current = useRef(session);
  const set = useCallback((next: Session | null) => {
    current.current = next;
    keepSession(sessionStorage, next);
    setSession(next);
  }, []);

  useEffect(() => {
    if (session === null || session.sesi === null || session.sampai === null) return;
    const { sampai } = session;
    let timer: ReturnType<typeof setTimeout>;
    const renew = () => {
      renewSession(desk, session).then(
        (fresh) => {
          if (current.current === session) set(fresh);
        },
        (error: unknown) => {
          // A sign-in that cannot be renewed is good until its token ends: nobody is thrown out before.
          if (!(error instanceof SessionOver) && Date.now() < sampai) timer = setTimeout(renew, pause);
        },
      );
    };
    timer = setTimeout(renew, Math.max(0, sampai - ahead - Date.now()));
    return () => clearTimeout(timer);
  }, [desk, session, set]);

  return {
    session,
    token: useCallback(() => current.current?.token ?? '', []),
    reason,
    enter: async () => {
      const fresh = await signIn(desk, window);
      setReason(null);
      set(fresh);
    },
    leave: useCallback(
      (why) => {
        if (why === null && current.current !== null) endSession(desk, current.current);
        set(null);
        setReason(why);
      },
      [desk, set],
    ),
  };
}
