import { BentrokError, guardBranches, type Bentrok } from './conflict.ts';

/** A sentence for a toast: Decap prints errors as `${error}`, so the name would stand before it. */
export class Penolakan extends Error {
  override name = '';
}

/** Refuses at once, with words, what the branch rules would refuse with a code. */
function refuse(message: string): () => Promise<never> {
  return () => Promise.reject(new Penolakan(message));
}

/** Who wants to know what becomes of the open draft. */
export interface Watcher {
  /** A save was refused because somebody else's newer work stands there. */
  onConflict(bentrok: Bentrok): void;
  /** The draft's status was changed here. */
  onMoved(): void;
}

const nobody: Watcher = { onConflict() {}, onMoved() {} };

/**
 * Narrows Decap's GitHub backend to what an editor may do here. The rules of the repository decide; this only
 * spares people an English error, and the public GitHub status page a visitor every five minutes. One thing the rules
 * cannot know it keeps by itself: that a save does not overwrite what somebody else saved meanwhile.
 */
export function narrowBackend(backend: DecapBackend, watcher: Watcher = nobody): DecapBackend {
  const { authenticate, getEntry, getCursorAndFiles } = backend;
  const { persistEntry, updateUnpublishedEntryStatus, deleteUnpublishedEntry } = backend;

  backend.authenticate = async (answer) => {
    const user = await authenticate.call(backend, answer);
    if (backend.api !== undefined) guardBranches(backend.api);
    return user;
  };

  /** What was read of published items: the first save of a correction must still find it so. */
  const published = new Map<string, string>();
  backend.getEntry = async (path) => {
    const entry = await getEntry.call(backend, path);
    published.set(path, entry.data);
    return entry;
  };

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

  backend.persistEntry = async (entry, options) => {
    // A picture that was chosen and then replaced would be approved and kept for ever with the item.
    const named = (asset: DecapAsset) => {
      const name = asset.path.slice(asset.path.lastIndexOf('/') + 1);
      return entry.dataFiles.some(({ raw }) => raw.includes(name));
    };
    try {
      if (options.newEntry !== true && options.unpublished !== true) await refuseOutdated(entry);
      return await persistEntry.call(backend, { ...entry, assets: entry.assets.filter(named) }, options);
    } catch (error) {
      if (error instanceof BentrokError) watcher.onConflict(error.bentrok);
      throw error;
    }
  };

  /** A correction begins with what is published now, not with what was when the form was opened. */
  const refuseOutdated = async (entry: DecapEntry) => {
    for (const { path } of entry.dataFiles) {
      const before = published.get(path);
      if (before !== undefined && (await getEntry.call(backend, path)).data !== before)
        throw new BentrokError({ branch: 'main', by: null, at: null });
    }
  };

  backend.updateUnpublishedEntryStatus = async (collection, slug, status) => {
    if (status === 'pending_publish')
      throw new Penolakan(
        'Status “Siap terbit” tidak dapat dipilih. Status itu dipasang Paraf setelah semua paraf menurut SOP lengkap. Pilih “Diajukan”.',
      );
    const changed = await updateUnpublishedEntryStatus.call(backend, collection, slug, status);
    watcher.onMoved();
    return changed;
  };

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
