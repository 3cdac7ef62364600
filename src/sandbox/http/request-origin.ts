/** Whether a host name or an address is this very machine's. */
export function isLoopback(host: string): boolean {
  return /^(localhost|.+\.localhost|(::ffff:)?127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host);
}

/** Whether a browser treats the address as safe to keep `__Host-` cookies for: HTTPS, or this very machine. */
export function isTrustworthy(request: Request, publicOrigin: string | undefined): boolean {
  const url = new URL(request.url);
  return isLoopback(url.hostname) || url.protocol === 'https:' || (publicOrigin?.startsWith('https:') ?? false);
}

/** Whether the request names the origin it comes from, and that is our own. */
export function isFromOwnPage(request: Request, publicOrigin: string | undefined): boolean {
  const origin = request.headers.get('origin');
  return origin !== null && (origin === new URL(request.url).origin || origin === publicOrigin);
}

/** Whether the request names an origin that isn't our own; `null`, as sandboxed pages send it, is foreign too. */
export function isFromForeignPage(request: Request, publicOrigin: string | undefined): boolean {
  const isCrossSite = ['cross-site', 'same-site'].includes(request.headers.get('sec-fetch-site') ?? '');
  return request.headers.has('origin') ? !isFromOwnPage(request, publicOrigin) : isCrossSite;
}

/** Whether the request was sent to a name that only this machine or its operator gives the server. */
export function isOwnHost(request: Request, publicOrigin: string | undefined): boolean {
  const { hostname, origin } = new URL(request.url);
  const isAddress = /^\d+(\.\d+){3}$|^\[.*\]$/.test(hostname);
  return isAddress || isLoopback(hostname) || origin === publicOrigin;
}

/**
 * Whether a request for what is only for this server's own pages and for programs comes from elsewhere: from another
 * site's page, or by a name that somebody else lets point at this machine to make their page look like ours.
 */
export function isFromElsewhere(request: Request, address: string, publicOrigin: string | undefined): boolean {
  const isDisguised = isLoopback(address) && !isOwnHost(request, publicOrigin);
  return isDisguised || isFromForeignPage(request, publicOrigin);
}
