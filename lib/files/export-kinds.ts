/** The exports that are known. */
import type { ExportKind } from '../platforms/export-kind.ts';
import { jdExports } from '../platforms/jd/export-columns.ts';
import { taobaoExports } from '../platforms/taobao/export-columns.ts';

export const exportKinds: readonly ExportKind[] = [...jdExports, ...taobaoExports];
