/** Whether a host name or an address is the loopback interface. */
export function isLoopback(host: string): boolean {
  return /^(localhost|.+\.localhost|(::ffff:)?127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host);
}

/** Whether browsers accept `__Host-` cookies from this address: over HTTPS or on loopback. */
export function isSecureOrigin(request: Request, publicOrigin: string | undefined): boolean {
  const url = new URL(request.url);
  return isLoopback(url.hostname) || url.protocol === 'https:' || (publicOrigin?.startsWith('https:') ?? false);
}

/** Whether the request has an `Origin` header that is the server's own origin. */
export function isSameOrigin(request: Request, publicOrigin: string | undefined): boolean {
  const origin = request.headers.get('origin');
  return origin !== null && (origin === new URL(request.url).origin || origin === publicOrigin);
}

/** Whether the request comes from a page of another origin; `Origin: null` of sandboxed pages counts as one. */
export function isCrossOrigin(request: Request, publicOrigin: string | undefined): boolean {
  const isCrossSite = ['cross-site', 'same-site'].includes(request.headers.get('sec-fetch-site') ?? '');
  return request.headers.has('origin') ? !isSameOrigin(request, publicOrigin) : isCrossSite;
}

/** Whether the `Host` of the request is an IP address, loopback or the public origin. */
function isOwnHost(request: Request, publicOrigin: string | undefined): boolean {
  const { hostname, origin } = new URL(request.url);
  const isAddress = /^\d+(\.\d+){3}$|^\[.*\]$/.test(hostname);
  return isAddress || isLoopback(hostname) || origin === publicOrigin;
}

/**
 * Whether a request to a private page (mailbox, control routes) must be refused: it comes from a page of another origin,
 * or from a loopback address under a foreign host name (DNS rebinding).
 */
export function isForeignRequest(request: Request, address: string, publicOrigin: string | undefined): boolean {
  const isRebound = isLoopback(address) && !isOwnHost(request, publicOrigin);
  return isRebound || isCrossOrigin(request, publicOrigin);
}
