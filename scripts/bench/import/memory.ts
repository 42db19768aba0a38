/**
 * How much memory the processes of a browser take at most, by their kind, from /proc: resident, and of it their own (what Chromium calls
 * a process's memory footprint). The rest are pages of the browser's program file, which its processes share.
 */
import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 250;

interface Process {
  pid: number;
  parent: number;
  /** `browser`, `renderer`, `gpu-process`, `utility`. */
  kind: string;
}

/** MB. */
export interface Memory {
  resident: number;
  own: number;
}

export type MemoryByKind = Record<string, Memory>;

/** Such as `extension 402 (540), browser 120 (310)`: its own, and resident. */
export function memoryText(memory: MemoryByKind): string {
  return Object.entries(memory)
    .map(([kind, { own, resident }]) => `${kind} ${own.toFixed(0)} (${resident.toFixed(0)})`)
    .join(', ');
}

/** The largest process of each kind. */
export function memoryNow(): MemoryByKind {
  const sizes: MemoryByKind = {};
  for (const { pid, kind } of browserProcesses())
    if (kind !== 'zygote') sizes[kind] = larger(sizes[kind], memoryOf(pid));
  return sizes;
}

/** Begins to watch the browser that was started last by this process. */
export function watchMemory(): { stop(): MemoryByKind } {
  const peaks: MemoryByKind = {};
  const look = () => {
    for (const [kind, memory] of Object.entries(memoryNow())) peaks[kind] = larger(peaks[kind], memory);
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

function larger(one: Memory | undefined, other: Memory): Memory {
  if (!one) return other;
  return { resident: Math.max(one.resident, other.resident), own: Math.max(one.own, other.own) };
}

function memoryOf(pid: number): Memory {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const mb = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024;
    return { resident: mb('VmRSS'), own: mb('RssAnon') + mb('VmSwap') };
  } catch {
    return { resident: 0, own: 0 };
  }
}
