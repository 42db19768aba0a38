/**
 * The one door to zod. Its compiled parsers use `eval`, which the extension's content security policy forbids, so
 * interpretation is switched on before the first schema is made.
 */
import { z } from 'zod';

z.config({ jitless: true });

export { z };
