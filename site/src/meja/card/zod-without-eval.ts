import { z } from 'zod';

// Zod would compile its checks, and first tries whether it may: the page's policy forbids it, and would report the try.
z.config({ jitless: true });
