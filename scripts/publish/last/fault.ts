/** Why what was kept of the last publication is not relied on (Indonesian, a sentence). */
export class LastFault extends Error {}
