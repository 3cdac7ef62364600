/** The pane id that the page's address names after `#`, decoded; empty if the address has no hash. */
export function hashId(): string {
  const encoded = location.hash.slice(1);
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded; // the page's own text after `#` may hold a lone `%`
  }
}

/** URL of the page with a pane's id after `#`. Absolute, because a bare `#id` resolves against `<base href>`. */
export function pageUrl(id: string): string {
  return `${location.href.replace(/#.*/, '')}#${encodeURI(id)}`;
}
