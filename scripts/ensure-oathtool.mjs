// Makes sure of oathtool, the one-time password program the tests check ours against: an installed one, else Debian's.
import { spawnSync } from 'node:child_process';
import { canInstall, install } from './apt.mjs';

const isThere = () => spawnSync('oathtool', ['--version'], { stdio: 'ignore' }).status === 0;

/** Installs it where it's missing, and throws where that can't be done. */
export function ensureOathtool() {
  if (isThere()) return;
  console.log('Installing oathtool …');
  if (canInstall() && install(['oathtool']) && isThere()) return;
  throw new Error(
    'The tests need oathtool (OATH Toolkit), and it could not be installed from here. ' +
      "Install it with your system's package manager.",
  );
}
