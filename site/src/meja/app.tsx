/** @jsxImportSource preact */
import type { FunctionComponent } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { CardProps } from './card/card-screen.tsx';
import type { NewProps } from './card/new-screen.tsx';
import { statusOf } from '../../../scripts/github/read/client.ts';
import { beginningsOf } from './beginnings.ts';
import { createDeskClient, faultWords, readUser, type User } from './client.ts';
import type { Desk } from './config.ts';
import type { Office } from './office.ts';
import { OfflineBand } from './offline-band.tsx';
import { OutboxBar } from './outbox-bar.tsx';
import { QueueScreen } from './queue-screen.tsx';
import { keepUser, keptUser } from './kept-user.ts';
import { SignInScreen } from './sign-in-screen.tsx';
import { Fault, Loading } from './states.tsx';
import { TopBar } from './top-bar.tsx';
import { useNow } from './use-now.ts';
import { useOutbox } from './use-outbox.ts';
import { useQueue } from './use-queue.ts';
import { useSession } from './use-session.ts';

interface Screens {
  readonly CardScreen: FunctionComponent<CardProps>;
  readonly NewScreen: FunctionComponent<NewProps>;
}

/** What reads, renders and judges an item comes after the queue is on the screen. */
const loadScreens = async (): Promise<Screens> => {
  const [{ CardScreen }, { NewScreen }] = await Promise.all([
    import('./card/card-screen.tsx'),
    import('./card/new-screen.tsx'),
  ]);
  return { CardScreen, NewScreen };
};

/** The desk: who is there, and which screen they look at. */
export function App({ desk, office }: { desk: Desk; office: Office }) {
  const { session, token, reason, enter, leave: end } = useSession(desk);
  const leave = useCallback(
    (why: string | null) => {
      keepUser(sessionStorage, null);
      end(why);
    },
    [end],
  );
  if (session === null)
    return (
      <>
        <div class="meja-isi">
          <OfflineBand />
        </div>
        <SignInScreen signIn={enter} reason={reason} />
      </>
    );
  // Renewed, it is the same sign-in: whoever types goes on typing.
  return (
    <SignedIn key={session.sesi ?? session.token} desk={desk} office={office} token={token} leave={leave} />
  );
}

interface SignedInProps {
  readonly desk: Desk;
  readonly office: Office;
  readonly token: () => string;
  leave(why: string | null): void;
}

function SignedIn({ desk, office, token, leave }: SignedInProps) {
  const client = useMemo(() => createDeskClient(desk, token), [desk, token]);
  const [user, setUser] = useState<User | null>(() => keptUser(sessionStorage));
  const [fault, setFault] = useState<string | null>(null);
  const [screens, setScreens] = useState<Screens | null>(null);
  const route = useRoute();
  const now = useNow(desk);
  const queue = useQueue(desk, client);
  const outbox = useOutbox(localStorage);
  const isRead = queue.items !== null;

  const who = useCallback(() => {
    setFault(null);
    readUser(client).then(
      (fresh) => {
        keepUser(sessionStorage, fresh);
        setUser(fresh);
      },
      (error: unknown) => {
        if (statusOf(error) === 401) leave(faultWords(error));
        else setFault(faultWords(error));
      },
    );
  }, [client, leave]);
  useEffect(() => {
    who();
    window.addEventListener('online', who);
    return () => window.removeEventListener('online', who);
  }, [who]);
  useEffect(() => {
    if (!isRead && route.kind === 'antrean') return;
    const load = () =>
      void loadScreens().then(setScreens, () =>
        setFault(
          'Sebagian Meja tidak dapat dimuat. Periksa sambungan internet, lalu muat ulang halaman ini.',
        ),
      );
    if (route.kind !== 'antrean') return load();
    // Once the queue is painted: nothing else should be on the line before.
    const later = setTimeout(load, 100);
    return () => clearTimeout(later);
  }, [isRead, route.kind]);

  const beginnings = user === null ? [] : beginningsOf(office, user.id, now);
  return (
    <>
      <TopBar user={user} office={office} now={now} route={route.kind} leave={() => leave(null)} />
      <div class="meja-isi">
        <OfflineBand />
        {user !== null && <OutboxBar outbox={outbox} akun={user.id} desk={desk} client={client} />}
        {fault !== null && user === null ? (
          <Fault title="Belum dapat mengenali Anda" text={fault} action={{ label: 'Coba lagi', run: who }} />
        ) : user === null ? (
          <Loading text="Memuat antrean …" />
        ) : route.kind === 'antrean' ? (
          <QueueScreen queue={queue} office={office} akun={user.id} now={now} beginnings={beginnings} />
        ) : screens === null ? (
          fault === null ? (
            <Loading text="Membuka …" rows={5} />
          ) : (
            <Fault
              title="Layar ini belum dapat dibuka"
              text={fault}
              action={{ label: 'Muat ulang', run: () => location.reload() }}
            />
          )
        ) : route.kind === 'butir' ? (
          <screens.CardScreen
            key={route.pull}
            pull={route.pull}
            desk={desk}
            client={client}
            office={office}
            user={user}
            now={now}
            outbox={outbox}
            latest={queue.items?.find(({ pull }) => pull === route.pull) ?? null}
            refreshQueue={() => void queue.refresh()}
          />
        ) : (
          <screens.NewScreen
            key={route.koleksi}
            koleksi={route.koleksi}
            desk={desk}
            client={client}
            office={office}
            user={user}
            now={now}
          />
        )}
      </div>
    </>
  );
}

type Route =
  | { readonly kind: 'antrean' }
  | { readonly kind: 'butir'; readonly pull: number }
  | { readonly kind: 'baru'; readonly koleksi: string };

function routeOf(hash: string): Route {
  const pull = /^#\/(\d{1,9})$/.exec(hash)?.[1];
  if (pull !== undefined) return { kind: 'butir', pull: Number(pull) };
  const koleksi = /^#\/baru\/([a-z-]{1,40})$/.exec(hash)?.[1];
  return koleksi === undefined ? { kind: 'antrean' } : { kind: 'baru', koleksi };
}

/** The screen that the address names; each begins at its top. */
function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => {
      setHash(location.hash);
      window.scrollTo({ top: 0, behavior: 'instant' });
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return useMemo(() => routeOf(hash), [hash]);
}
