import type { APIRoute } from 'astro';
import { tabelBukti } from '../../../../../scripts/core/ppid/bukti.ts';
import { evidence } from '../../../data/kewajiban.ts';
import { absolute } from '../../../links.ts';
import { xlsxResponse } from '../../../ppid/unduh.ts';

export const GET: APIRoute = () => xlsxResponse(tabelBukti(evidence(), absolute), 'Bukti');
