import { join } from 'node:path';

/** Where the build of Chrome lies. */
export const extensionDir = join(import.meta.dirname, '..', '..', '..', '.output', 'chrome-mv3');
