// Installs oathtool, with which tests check one-time passwords, from Debian's packages if it is missing.
import { spawnSync } from 'node:child_process';
import { canInstall, install } from './apt.mjs';

const isThere = () => spawnSync('oathtool', ['--version'], { stdio: 'ignore' }).status === 0;

/** Installs oathtool if it is missing; throws if that is not possible. */
export function ensureOathtool() {
  if (isThere()) return;
  console.log('Installing oathtool …');
  if (canInstall() && install(['oathtool']) && isThere()) return;
  throw new Error(
    'The tests need oathtool (OATH Toolkit), and it could not be installed from here. ' +
      "Install it with your system's package manager.",
  );
}
