import type { Session } from '../../contract/sessions.js';
import { icon, type Outline } from '../../ui/icon.js';

const laptop: Outline = 'M3.5 3.5h9v6.5h-9zM1.5 12.5h13';
const phone: Outline = 'M5 2h6v12H5zM7.3 11.8h1.4';
const tablet: Outline = 'M3.5 2h9v12h-9zM7.3 11.8h1.4';
const globe: Outline = 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM2 8h12M8 2c-4 4-4 8 0 12M8 2c4 4 4 8 0 12';

/** An icon of the kind of device; a globe if the session does not tell the kind. */
export function deviceIcon({ browser, device, os, user_agent }: Session) {
  const text = [device, os, browser, user_agent].join(' ');
  if (/ipad|tablet/i.test(text)) return icon(tablet);
  if (/iphone|phone|mobile|android|\bios\b/i.test(text)) return icon(phone);
  return icon(/mac|windows|linux|chrome ?os|desktop|laptop|\bpc\b|ubuntu/i.test(text) ? laptop : globe);
}
