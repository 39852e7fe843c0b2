import type { APIRoute } from 'astro';
import { portal } from '../../data/portal.ts';
import { readSitus } from '../../data/settings.ts';
import { absolute } from '../../links.ts';
import { securityText } from '../../security.ts';

export const GET: APIRoute = () => {
  const asOf = portal().state?.asOf;
  // While developing there is no day to count from, and nobody to be told.
  if (asOf === undefined) return new Response('# Belum diterbitkan.\n');
  const { surel } = readSitus().kontak;
  const contact = surel === null ? absolute('/kontak/') : `mailto:${surel}`;
  return new Response(securityText(asOf, contact, absolute('/.well-known/security.txt')));
};
