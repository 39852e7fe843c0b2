import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodePng } from '../example/png.ts';
import { news, openNewsroom, place, type Newsroom } from './testing/newsroom.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.stop());

const waiting = /^Langkah 3 dari 4: menunggu Tim Pengolah Informasi, tenggat /;

/** An item that everybody has signed, and that the gate has not looked at yet. */
async function signed(slug: string) {
  const branch = `cms/berita/2026/11/${slug}`;
  const pull = await room.open('peliput', branch, news(slug));
  await room.submit('peliput', pull);
  await room.review('pengolah-satu', pull, 'APPROVE');
  return { pull, branch, folder: `content/berita/2026/11/${slug}` };
}

/** Moves a branch to a commit, as a force-push does. */
async function push(login: string, branch: string, commit: string) {
  await room.as(login).request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
    ...place,
    ref: `heads/${branch}`,
    sha: commit,
    force: true,
  });
  room.wait(1);
}

describe('what a signature covers, byte for byte', () => {
  it('a byte changed in an attachment, the text left alone, voids it', async () => {
    const { pull, branch, folder } = await signed('lampiran');
    await room.save('tamu', branch, {
      [`${folder}/lapangan.png`]: Buffer.from(encodePng(1, 1, new Uint8Array(3))),
    });
    expect((await room.look(pull)).title).toMatch(waiting);
  });

  it('so does a file added that nothing names', async () => {
    const { pull, branch, folder } = await signed('tambahan');
    await room.save('tamu', branch, {
      [`${folder}/lain.png`]: Buffer.from(encodePng(2, 1, new Uint8Array(6))),
    });
    expect((await room.look(pull)).title).toMatch(waiting);
  });

  it('the same bytes in a new commit, force-pushed by anybody, void nothing', async () => {
    const { pull, branch, folder } = await signed('rebase');
    const again = await room.commit('tamu', await room.head('main'), news('rebase'), 'Simpan lagi');
    expect(again).not.toBe(await room.head(branch));
    await push('tamu', branch, again);
    expect((await room.look(pull)).title).toBe('Sudah digabung, menunggu tayang');
    expect(await room.read('main', `${folder}/index.md`)).toContain('Warga membersihkan parit');
  });

  it('content that was pushed away and back is signed by nobody', async () => {
    const { pull, branch } = await signed('kembali');
    const before = await room.head(branch);
    await room.save('tamu', branch, news('kembali', 'Isi lain.'));
    await push('tamu', branch, before);
    expect((await room.look(pull)).title).toMatch(waiting);
  });
});
