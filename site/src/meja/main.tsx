/** @jsxImportSource preact */
import { render } from 'preact';
import { App } from './app.tsx';
import { deskOf, readConfig } from './config.ts';
import { officeOf, type OfficeData } from './office.ts';
import { Fault } from './states.tsx';
import { keepShell } from './worker/register.ts';

/** When the shell is kept, in ms after the desk has opened. */
const shellAfter = 2000;

/** Address of a file beside the page, wherever the portal stands on its host. */
const beside = (name: string) => new URL(name, document.baseURI).pathname;

async function readOffice(): Promise<OfficeData> {
  const response = await fetch(beside('kantor.json'));
  if (!response.ok) throw new Error(`kantor.json: ${response.status}`);
  return (await response.json()) as OfficeData;
}

async function start(root: HTMLElement): Promise<void> {
  const address = beside('config.json');
  const [config, office] = await Promise.all([readConfig(address), readOffice()]);
  root.replaceChildren();
  render(<App desk={deskOf(config, location.origin, address)} office={officeOf(office)} />, root);
  // The queue comes first: on a slow line the shell's files would stand in its way.
  if (import.meta.env.PROD) setTimeout(() => void keepShell(), shellAfter);
}

const root = document.getElementById('meja');
if (root !== null)
  start(root).catch((error: unknown) => {
    console.error(error);
    root.replaceChildren();
    render(
      <Fault
        title="Meja tidak dapat dibuka"
        text="Pengaturannya tidak dapat dibaca dari server. Periksa sambungan internet, lalu coba lagi. Bila terulang, hubungi pengelola sistem."
        action={{ label: 'Coba lagi', run: () => location.reload() }}
      />,
      root,
    );
  });
