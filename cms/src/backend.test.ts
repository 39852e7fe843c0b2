import { expect, test, vi } from 'vitest';
import { narrowBackend } from './backend.ts';

function backend() {
  return {
    token: 't',
    api: { getUser: vi.fn(() => Promise.resolve({ login: 'peliput' })) } as unknown as DecapApi & {
      getUser: ReturnType<typeof vi.fn>;
    },
    authenticate: vi.fn(),
    logout: vi.fn(),
    getEntry: vi.fn(() => Promise.resolve({ data: 'lama' })),
    status: vi.fn(),
    getCursorAndFiles: vi.fn((files: readonly { path: string }[]) => files),
    persistEntry: vi.fn((entry: DecapEntry) => Promise.resolve(entry)),
    persistMedia: vi.fn(),
    deleteFiles: vi.fn(),
    publishUnpublishedEntry: vi.fn(),
    unpublishedEntry: vi.fn(() => Promise.resolve({ status: 'draft' })),
    deleteUnpublishedEntry: vi.fn(),
    updateUnpublishedEntryStatus: vi.fn((_c: string, _s: string, status: string) => Promise.resolve(status)),
  };
}

test('the newest month comes first', () => {
  const files = ['content/berita/2026/01/a/index.md', 'content/berita/2026/11/b/index.md'];
  const narrowed = narrowBackend(backend());
  expect(
    narrowed.getCursorAndFiles(
      files.map((path) => ({ path })),
      1,
    ),
  ).toEqual(files.toReversed().map((path) => ({ path })));
});

test('only files that the text names are sent', async () => {
  const entry = {
    dataFiles: [{ path: 'a/index.md', raw: 'foto:\n  - berkas: foto-dua.jpg\n' }],
    assets: [{ path: 'a/foto-satu.jpg' }, { path: 'a/foto-dua.jpg' }],
  };
  expect(await narrowBackend(backend()).persistEntry(entry, { newEntry: true })).toEqual({
    ...entry,
    assets: [{ path: 'a/foto-dua.jpg' }],
  });
});

test('a correction is not saved over what was published since the form was opened', async () => {
  const raw = backend();
  const { persistEntry } = raw;
  const onConflict = vi.fn();
  const narrowed = narrowBackend(raw, { onConflict, onMoved() {} });
  const entry = { dataFiles: [{ path: 'a/index.md', raw: 'ketikan saya' }], assets: [] };
  await narrowed.getEntry('a/index.md');
  await narrowed.persistEntry(entry, {});
  expect(persistEntry).toHaveBeenCalledOnce();
  const { getEntry } = backend();
  getEntry.mockResolvedValueOnce({ data: 'lama' }).mockResolvedValueOnce({ data: 'baru' });
  const other = narrowBackend({ ...backend(), getEntry }, { onConflict, onMoved() {} });
  await other.getEntry('a/index.md');
  await expect(other.persistEntry(entry, {})).rejects.toThrow(
    'Naskah ini sudah diubah orang lain sejak Anda membukanya.',
  );
  expect(onConflict).toHaveBeenCalledExactlyOnceWith({ branch: 'main', by: null, at: null });
});

test('submitting passes, “ready” by hand does not', async () => {
  const narrowed = narrowBackend(backend());
  expect(await narrowed.updateUnpublishedEntryStatus('berita', 'x', 'pending_review')).toBe('pending_review');
  await expect(narrowed.updateUnpublishedEntryStatus('berita', 'x', 'pending_publish')).rejects.toThrow(
    'Status “Siap terbit” tidak dapat dipilih.',
  );
});

test('a draft can be deleted, a submitted item cannot', async () => {
  const raw = backend();
  const { deleteUnpublishedEntry } = raw;
  const narrowed = narrowBackend(raw);
  await narrowed.deleteUnpublishedEntry('berita', 'x');
  expect(deleteUnpublishedEntry).toHaveBeenCalledExactlyOnceWith('berita', 'x');
  raw.unpublishedEntry.mockResolvedValueOnce({ status: 'pending_review' });
  await expect(narrowed.deleteUnpublishedEntry('berita', 'x')).rejects.toThrow(
    'Naskah yang sudah diajukan tidak dapat dihapus.',
  );
  expect(deleteUnpublishedEntry).toHaveBeenCalledOnce();
});

test('publishing, deleting and stand-alone uploads never reach the API, and say why without a code', async () => {
  const raw = backend();
  const { publishUnpublishedEntry, deleteFiles, persistMedia } = raw;
  const narrowed = narrowBackend(raw);
  for (const call of [narrowed.publishUnpublishedEntry, narrowed.deleteFiles, narrowed.persistMedia]) {
    const error: unknown = await call().catch((e: unknown) => e);
    expect(String(error)).toMatch(/^[A-Z][a-z]+ .+\.$/);
  }
  for (const original of [publishUnpublishedEntry, deleteFiles, persistMedia])
    expect(original).not.toHaveBeenCalled();
});

test('status asks our own server alone, and notices that the sign-in has ended', async () => {
  const raw = backend();
  const narrowed = narrowBackend(raw);
  expect(await narrowed.status()).toEqual({ auth: { status: true }, api: { status: true, statusPage: '' } });
  raw.api.getUser.mockRejectedValueOnce(new Error('401'));
  expect(await narrowed.status()).toEqual({ auth: { status: false }, api: { status: true, statusPage: '' } });
});
