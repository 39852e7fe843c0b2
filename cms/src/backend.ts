/** A sentence for a toast: Decap prints errors as `${error}`, so the name would stand before it. */
export class Penolakan extends Error {
  override name = '';
}

/** Refuses at once, with words, what the branch rules would refuse with a code. */
function refuse(message: string): () => Promise<never> {
  return () => Promise.reject(new Penolakan(message));
}

/**
 * Narrows Decap's GitHub backend to what an editor may do here. The rules of the repository decide; this only
 * spares people an English error, and the public GitHub status page a visitor every five minutes.
 */
export function narrowBackend(backend: DecapBackend): DecapBackend {
  const { getCursorAndFiles, persistEntry, updateUnpublishedEntryStatus, deleteUnpublishedEntry } = backend;

  // githubstatus.com is a third party and says nothing about this server: ask only whether we are signed in.
  backend.status = async () => {
    const user = await backend.api?.getUser({ token: backend.token ?? '' }).catch(() => undefined);
    return { auth: { status: Boolean(user) }, api: { status: true, statusPage: '' } };
  };

  // Lists come in the order of the tree, January first: newsrooms want the newest month on top.
  backend.getCursorAndFiles = (files, page) =>
    getCursorAndFiles.call(
      backend,
      files.toSorted((a, b) => (a.path < b.path ? 1 : -1)),
      page,
    );

  // A picture that was chosen and then replaced would be approved and kept for ever with the item.
  backend.persistEntry = (entry, options) => {
    const named = (asset: DecapAsset) => {
      const name = asset.path.slice(asset.path.lastIndexOf('/') + 1);
      return entry.dataFiles.some(({ raw }) => raw.includes(name));
    };
    return persistEntry.call(backend, { ...entry, assets: entry.assets.filter(named) }, options);
  };

  backend.updateUnpublishedEntryStatus = (collection, slug, status) =>
    status === 'pending_publish'
      ? refuse(
          'Status “Siap terbit” tidak dapat dipilih. Status itu dipasang Paraf setelah semua paraf menurut SOP lengkap. Pilih “Diajukan”.',
        )()
      : updateUnpublishedEntryStatus.call(backend, collection, slug, status);

  // Decap closes the pull request before it deletes the branch: ask first, so that a refusal changes nothing.
  backend.deleteUnpublishedEntry = async (collection, slug) => {
    const { status } = await backend.unpublishedEntry({ collection, slug });
    if (status !== 'draft') throw new Penolakan('Naskah yang sudah diajukan tidak dapat dihapus.');
    await deleteUnpublishedEntry.call(backend, collection, slug);
  };

  backend.publishUnpublishedEntry = refuse(
    'Tulisan ini tidak diterbitkan dari sini. Paraf menerbitkannya sendiri setelah paraf terakhir.',
  );
  backend.persistMedia = refuse('Berkas hanya dapat diunggah lewat isian dalam sebuah tulisan.');
  backend.deleteFiles = refuse('Yang sudah terbit tidak dihapus. Ajukan ralat atau pencabutan.');
  return backend;
}
