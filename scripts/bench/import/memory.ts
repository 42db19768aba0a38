/** How much memory the processes of a browser take at most, by their kind, from /proc. */
import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 250;

interface Process {
  pid: number;
  parent: number;
  /** `browser`, `renderer`, `gpu-process`, `utility`. */
  kind: string;
}

/** The largest process of each kind, MB. */
export function memoryNow(): Record<string, number> {
  const sizes: Record<string, number> = {};
  for (const { pid, kind } of browserProcesses()) sizes[kind] = Math.max(sizes[kind] ?? 0, residentMb(pid));
  return Object.fromEntries(Object.entries(sizes).filter(([kind]) => kind !== 'zygote'));
}

/** Begins to watch the browser that was started last by this process. */
export function watchMemory(): { stop(): Record<string, number> } {
  const peaks: Record<string, number> = {};
  const look = () => {
    for (const [kind, mb] of Object.entries(memoryNow())) peaks[kind] = Math.max(peaks[kind] ?? 0, mb);
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return peaks;
    },
  };
}

/** All that descend from this process. Of one kind the largest process counts. */
function browserProcesses(): Process[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (processOf(Number(name)) ?? []) : []));
  const ours = new Set([process.pid]);
  for (let size = 0; size !== ours.size;) {
    size = ours.size;
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid);
  }
  return all.filter(({ pid, kind }) => pid !== process.pid && ours.has(pid) && kind !== 'other');
}

function processOf(pid: number): Process | null {
  try {
    const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    const kind = /--type=([\w-]+)/.exec(command)?.[1] ?? (/chrom|edge/i.test(command) ? 'browser' : 'other');
    const isExtension = command.includes('--extension-process');
    return { pid, parent, kind: isExtension ? 'extension' : kind };
  } catch {
    // It has ended meanwhile.
    return null;
  }
}

function residentMb(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
