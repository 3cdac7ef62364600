import { execFileSync } from 'node:child_process';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { ensureOathtool } from '../../scripts/ensure-oathtool.mjs';

// jsQR is published as CommonJS: Node and bundlers find the default export in different places.
const decode = ('default' in jsQR ? jsQR.default : jsQR) as typeof jsQR.default;

/** The user's phone: a camera, and an app for one-time passwords that is independent of the kit. */
export class Phone {
  #secret = '';

  constructor() {
    ensureOathtool();
  }

  /** Reads the QR code in a picture of a screen (PNG), as a camera does; returns the address in the code. */
  scan(screenshot: Buffer): URL {
    const { data, width, height } = PNG.sync.read(screenshot);
    const found = decode(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' });
    if (!found) throw new Error('There is no QR code to be seen');
    const address = new URL(found.data);
    this.#secret = address.searchParams.get('secret') ?? '';
    return address;
  }

  /** The code that the app shows at a time (epoch milliseconds). */
  codeAt(now: number): string {
    const moment = `@${Math.floor(now / 1000)}`;
    return execFileSync('oathtool', ['--totp', '--base32', '--now', moment, this.#secret], { encoding: 'utf8' }).trim();
  }
}
