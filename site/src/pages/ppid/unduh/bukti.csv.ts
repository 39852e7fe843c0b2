import type { APIRoute } from 'astro';
import { tabelBukti } from '../../../../../scripts/core/ppid/bukti.ts';
import { evidence } from '../../../data/kewajiban.ts';
import { absolute } from '../../../links.ts';
import { csvResponse } from '../../../ppid/unduh.ts';

export const GET: APIRoute = () => csvResponse(tabelBukti(evidence(), absolute));
