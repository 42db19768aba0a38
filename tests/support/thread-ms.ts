/**
 * Milliseconds that this thread has worked so far: what else a busy machine does, browsers beside it above all, is not counted. It counts in
 * ticks of some milliseconds on many machines, so that it is for what may take a hundred or more.
 */
export function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
