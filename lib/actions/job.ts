/** 该安抚, 该唤醒, 该感谢: what a day's list is made of (OTH-01). */
export const jobs = ['calm', 'wake', 'thank'] as const;
export type Job = (typeof jobs)[number];
