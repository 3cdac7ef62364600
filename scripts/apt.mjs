import { spawnSync } from 'node:child_process';

let isListed = false;

/** Whether packages can be installed: Debian's package manager exists, and this process has the right to use it. */
export function canInstall() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * Installs Debian packages. The lists of packages are fetched once per process.
 * @param {string[]} packages
 * @returns {boolean} whether the packages were installed; if not, the reason was printed
 */
export function install(packages) {
  const run = (...args) => {
    const { status, stderr } = spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) console.error(stderr); // packages print to stderr without an error, too
    return status === 0;
  };
  isListed ||= run('update');
  return isListed && run('install', '-y', '--no-install-recommends', ...packages);
}
