/** Packages of Debian and Ubuntu, installed where that is possible without asking anyone: as root. */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, existsSync, readFileSync } from 'node:fs';

/** True on a Debian-like Linux where this process may install packages. */
export function canInstallPackages(): boolean {
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get') &&
    isWritable('/var/lib/dpkg')
  );
}

/** Debian itself: Ubuntu packs Chromium otherwise. */
export function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Installs packages with apt-get, its output shown. @throws Error when apt-get fails. */
export function installPackages(names: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update'], { stdio: 'inherit', env });
  execFileSync('apt-get', ['install', '-y', ...names], { stdio: 'inherit', env });
}

/** True when fontconfig knows a font for Chinese. macOS and Windows bring one; a Linux without fontconfig has none. */
export function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  const list = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return list.error === undefined && list.stdout.trim() !== '';
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, 2);
    return true;
  } catch {
    return false;
  }
}
