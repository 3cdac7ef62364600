import { BlockList, isIP, isIPv6 } from 'node:net';

/**
 * Reads `TRUST_PROXY`: addresses and subnets of proxies, separated by commas, as in `127.0.0.1, 10.0.0.0/8`. `loopback`
 * means the loopback addresses. Throws an `Error` for anything else.
 */
export function parseProxies(list: string): BlockList {
  const proxies = new BlockList();
  for (const entry of list.split(',').flatMap((one) => (one.trim() === 'loopback' ? loopback : one.trim()))) {
    const [address = '', bits, ...more] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    const maxBits = family === 'ipv6' ? 128 : 32;
    if (!isIP(address) || more.length || !/^\d{1,3}$/.test(bits ?? '0') || Number(bits ?? 0) > maxBits) {
      throw new Error(`TRUST_PROXY is "${list}"; it can be loopback, addresses and subnets, separated by commas`);
    }
    proxies.addSubnet(address, Number(bits ?? maxBits), family);
  }
  return proxies;
}

const loopback = ['127.0.0.0/8', '::1'];

/**
 * The address of the client: the address of the connection, or behind trusted proxies the last one in `X-Forwarded-For`
 * that is not a proxy's. Each proxy appends the address of its caller; the client can forge all addresses before it.
 */
export function clientAddress(connection: string, forwarded: string | null, proxies: BlockList | undefined): string {
  const claimed = forwarded?.split(',').reverse() ?? [];
  let address = withoutPort(connection);
  for (const next of claimed) {
    const isTrusted = proxies?.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
    if (!isTrusted || !isIP(withoutPort(next))) return address;
    address = withoutPort(next);
  }
  return address;
}

/** An address without port, brackets and the IPv6 prefix of an IPv4 address, so that one client has one address. */
function withoutPort(address: string): string {
  const trimmed = address.trim();
  const [, inBrackets, beforePort] = /^(?:\[(.+)\](?::\d+)?|([\d.]+):\d+)$/.exec(trimmed) ?? [];
  return (inBrackets ?? beforePort ?? trimmed).replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase();
}
