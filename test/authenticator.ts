import jsQR from 'jsqr';
import { Secret, TOTP, URI } from 'otpauth';

// The types of jsQR describe a default export that the published file does not have.
const decode = jsQR as unknown as typeof jsQR.default;

/** The code that an authenticator app shows for a key, `later` milliseconds from now. */
export function codeFor(secret: string, later = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later });
}

/** Reads a QR code as an authenticator app does: drawn as on a screen, with `around` as the page's color. */
export async function readPicture(picture: SVGElement, around: string) {
  const size = 320;
  const margin = 40;
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.fillStyle = around;
  context.fillRect(0, 0, size, size);
  const copy = picture.cloneNode(true) as SVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', '240');
  copy.setAttribute('height', '240');
  const url = URL.createObjectURL(new Blob([copy.outerHTML], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = url;
  await image.decode();
  context.drawImage(image, margin, margin, size - 2 * margin, size - 2 * margin);
  URL.revokeObjectURL(url);
  const text = decode(context.getImageData(0, 0, size, size).data, size, size, {
    inversionAttempts: 'dontInvert',
  })?.data;
  if (!text) throw new Error('There is no QR code to be seen');
  return { text, totp: URI.parse(text) as TOTP };
}
