import type { APIRoute } from 'astro';
import { tabelDip } from '../../../../../scripts/core/ppid/tabel.ts';
import { entries } from '../../../data/ppid.ts';
import { absolute } from '../../../links.ts';
import { xlsxResponse } from '../../../ppid/unduh.ts';

export const GET: APIRoute = () => xlsxResponse(tabelDip(entries(), absolute), 'Daftar Informasi Publik');
