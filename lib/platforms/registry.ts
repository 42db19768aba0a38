/** All readers, for whoever reads pages of either platform; a page's own script brings those of its platform. */
import { jdReaders } from './jd/readers.ts';
import { readPageWith } from './read-page.ts';
import { taobaoReaders } from './taobao/readers.ts';

export const readPage = readPageWith([...jdReaders, ...taobaoReaders]);
