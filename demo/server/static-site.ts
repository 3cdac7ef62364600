import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const compress = promisify(brotliCompress);

/**
 * What pages may do: nothing but what comes from this very origin, and no scripts made from text. Lit names its policy
 * for Trusted Types `lit-html`.
 */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

const squeezable = /^text\/|json|svg/;

/**
 * Its name has a digest of what's in it, so what is in it never changes. Only there: elsewhere a word of eight letters
 * would pass for one, `agni-settings.js` among them.
 */
const hashedName = /\/assets\/[^/]+-[\w-]{8}\.\w+$/;

interface SiteFile {
  changedAt: number;
  etag: string;
  plain: Buffer<ArrayBuffer>;
  squeezed: Buffer<ArrayBuffer> | undefined;
}

/** Serves the files of a folder. */
export class Site {
  readonly #folder: string;
  readonly #isShared: boolean;
  readonly #files = new Map<string, SiteFile>();

  /** `isShared`: pages of any origin may load them, as they may from a CDN. */
  constructor(folder: string, { isShared = false } = {}) {
    this.#folder = folder;
    this.#isShared = isShared;
  }

  /** The file at a path of the request, relative to the folder; `undefined` where there is none. */
  async answer(request: Request, path: string): Promise<Response | undefined> {
    const file = await this.#read(path.endsWith('/') ? `${path}index.html` : path);
    if (!file) return undefined;
    const type = types[extname(path) || '.html'] ?? 'application/octet-stream';
    const headers = new Headers({
      'Content-Type': type,
      ETag: file.etag,
      'Cache-Control': hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      Vary: 'Accept-Encoding',
    });
    if (type.startsWith('text/html')) {
      headers.set('Content-Security-Policy', pagePolicy);
      headers.set('X-Frame-Options', 'DENY');
    }
    if (this.#isShared) {
      headers.set('Access-Control-Allow-Origin', '*');
      headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
    }
    if (request.headers.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers });
    const isSqueezed = file.squeezed !== undefined && /\bbr\b/.test(request.headers.get('accept-encoding') ?? '');
    if (isSqueezed) headers.set('Content-Encoding', 'br');
    return new Response(isSqueezed ? file.squeezed : file.plain, { headers });
  }

  async #read(path: string): Promise<SiteFile | undefined> {
    const place = this.#place(path);
    if (place === undefined) return undefined;
    const found = await stat(place).catch((error: NodeJS.ErrnoException) => {
      if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(error.code ?? '')) return undefined;
      throw error;
    });
    if (!found?.isFile()) return undefined;
    const known = this.#files.get(place);
    if (known?.changedAt === found.mtimeMs) return known;
    const plain = await readFile(place);
    const isSqueezable = squeezable.test(types[extname(place)] ?? '');
    const file = {
      changedAt: found.mtimeMs,
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 16)}"`,
      plain,
      squeezed: isSqueezable ? await compress(plain) : undefined,
    };
    this.#files.set(place, file);
    return file;
  }

  /** Where in the folder a path leads; `undefined` for one that leads out of it. */
  #place(path: string): string | undefined {
    let decoded: string;
    try {
      decoded = decodeURIComponent(path);
    } catch {
      return undefined; // not a path at all
    }
    if (decoded.includes('\0')) return undefined;
    const place = normalize(join(this.#folder, decoded));
    return place.startsWith(normalize(this.#folder) + sep) ? place : undefined;
  }
}
