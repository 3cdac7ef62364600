import { spawnSync } from 'node:child_process';

let isListed = false;

/** Whether packages can be installed here: Debian's package manager, and the right to use it. */
export function canInstall() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * Installs Debian packages; the lists are fetched once a process.
 * @param {string[]} packages
 * @returns {boolean} whether it worked; what apt-get said went to the terminal
 */
export function install(packages) {
  const run = (...args) =>
    spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  isListed ||= run('update');
  return isListed && run('install', '-y', '--no-install-recommends', ...packages);
}
