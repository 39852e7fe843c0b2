/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';

/** Says that the device has no connection, for as long as it has none. */
export function OfflineBand() {
  const [isOffline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return (
    <div role="status">
      {isOffline && (
        <p class="pita-luring">
          Perangkat ini sedang tanpa sambungan. Masuk, antrean, dan paraf memerlukannya; begitu tersambung,
          antrean dibaca lagi.
        </p>
      )}
    </div>
  );
}
