import Bowser from 'bowser';
import type { SessionRow } from '../db/tables.js';

/** A session as the wire shows it (docs/contract.md 5.8); `null` for what its user agent doesn't tell. */
export function sessionOnWire({ user_id, ...shown }: SessionRow, currentId: string) {
  return { ...shown, is_current: shown.id === currentId, ...agentInWords(shown.user_agent) };
}

/** Device, browser and system as people call them. */
function agentInWords(userAgent: string) {
  const none = { device: null, browser: null, os: null };
  if (!userAgent) return none;
  const { browser, os, platform } = Bowser.parse(userAgent);
  // A phone's model is often left out by its browser; a system has a number that people know, or none.
  const type = platform.type && `${platform.type.slice(0, 1).toUpperCase()}${platform.type.slice(1)}`;
  return {
    device: platform.model || type || null,
    browser: inWords(browser.name, browser.version?.split('.')[0]),
    os: inWords(os.name, os.name === 'Windows' ? os.versionName : majorOf(os.version)),
  };
}

function majorOf(version: string | undefined) {
  return version?.split('.').slice(0, 2).join('.');
}

function inWords(name: string | undefined, version: string | undefined) {
  return name ? [name, version].filter(Boolean).join(' ') : null;
}
