/** How each part of the command is called. */

export const importUsage = 'import <export.csv|xlsx|zip>';

export const lintUsage =
  'npm run -s liuke -- lint <file.jsonl> (one {"text","platform","channel"} per line; platform jd, taobao or any; channel when it is known)';

export const scoreUsage =
  'npm run -s liuke -- score (--transactions F.csv | --summary F.csv) [--model auto|bgnbd|mbgnbd|paretonbd|mbgcnbdk] ' +
  '[--map] [--until YYYY-MM-DD] [--horizon DAYS] [--out rows.csv], or score --golden F.json';
