/** @jsxImportSource preact */
import { useState } from 'preact/hooks';

interface Props {
  /** Opens the popup; rejects with words for the person. */
  signIn(): Promise<void>;
  /** Why somebody who was signed in no longer is. */
  readonly reason: string | null;
}

/** The door: who works here signs in with their own account. */
export function SignInScreen({ signIn, reason }: Props) {
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const enter = async () => {
    setBusy(true);
    setFault(null);
    try {
      await signIn();
    } catch (error) {
      setFault(error instanceof Error ? error.message : 'Tidak dapat masuk. Coba lagi.');
      setBusy(false);
    }
  };
  return (
    <div class="masuk">
      <img src="../lambang.svg" alt="" width="64" height="64" />
      <h1>Meja periksa</h1>
      <p class="masuk-kata">Baca naskahnya, lalu paraf atau kembalikan. Cukup satu jempol.</p>
      {reason !== null && <p class="catatan">{reason}</p>}
      <p class="masuk-pesan" role="alert">
        {fault}
      </p>
      <button
        type="button"
        class="tombol tombol-utama tombol-besar"
        disabled={isBusy}
        onClick={() => void enter()}
      >
        {isBusy ? 'Menunggu jendela masuk …' : 'Masuk'}
      </button>
      <p class="masuk-catatan">
        Memakai akun GitHub Anda sendiri. Peran Anda dibaca dari daftar pelaksana kantor; di sini tidak ada
        sandi yang disimpan.
      </p>
    </div>
  );
}
