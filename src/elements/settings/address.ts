/** The target of an address within the hub: a pane, and a place in the pane, such as the name of a field. */
export interface Address {
  /** Id of the pane; empty if the address names none. */
  readonly id: string;
  readonly place: string;
}

/** Reads the part of the page's address after `#`: `organization`, or `organization/website`. */
export function readAddress(hash: string, isListed: (id: string) => boolean): Address {
  const text = decode(hash.slice(1));
  const slash = text.indexOf('/');
  if (slash < 0 || isListed(text)) return { id: text, place: '' };
  return { id: text.slice(0, slash), place: text.slice(slash + 1) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // the page's own text after `#` may contain a lone `%`
  }
}

/** The open pane, and a pane that was requested but is not listed yet. */
export interface OpenPane {
  readonly id: string;
  readonly awaited: string | undefined;
}

/**
 * The pane to open. `wanted` is the pane that the host or the address names now. A pane that is not listed yet opens
 * once it is listed, unless another is requested first. Until then the former pane is open, or `fallback` without one.
 */
export function choosePane(
  wanted: string | undefined,
  { id, awaited }: OpenPane,
  fallback: string,
  isListed: (id: string) => boolean,
): OpenPane {
  const name = wanted ?? awaited;
  if (name !== undefined && isListed(name)) return { id: name, awaited: undefined };
  return { id: isListed(id) ? id : fallback, awaited: name };
}
