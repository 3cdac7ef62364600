import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress';
import { getMimeType } from 'hono/utils/mime';

/** Compresses a file at its first request: a thirtieth of the time of the best quality, and a tenth more bytes. */
const compress = (content: Buffer) =>
  promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

/** Content-Security-Policy of pages: files of this origin only, and no Trusted Types policy but Lit's, `lit-html`. */
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

/** A file with a hash in its name or as its folder. Only in `assets`: elsewhere a word could look like a hash. */
const hashedName = /\/assets\/(?:[^/]+-[\w-]{8}|[\da-f]{8}\/[^/]+)\.\w+$/;

interface SiteFile {
  modifiedAt: number;
  etag: string;
  type: string;
  content: Buffer<ArrayBuffer>;
  compressed: Buffer<ArrayBuffer> | undefined;
}

/** Serves the files of a folder, compressed with brotli. */
export class StaticSite {
  readonly #folder: string;
  readonly #isShared: boolean;
  readonly #files = new Map<string, SiteFile>();

  /** `isShared`: pages of any origin may load the files, as from a CDN. */
  constructor(folder: string, { isShared = false } = {}) {
    this.#folder = folder;
    this.#isShared = isShared;
  }

  /**
   * The file at a path relative to the folder; a redirect if the path has a trailing slash too many or too few;
   * `undefined` if there is no file.
   */
  async serve(request: Request, path: string): Promise<Response | undefined> {
    const file = await this.#read(
      path.endsWith('/') ? `${path}index.html` : /\.\w+$/.test(path) ? path : `${path}.html`,
    );
    if (!file) return this.#redirect(request, path);
    const headers = new Headers({
      'Content-Type': file.type,
      ETag: file.etag,
      'Cache-Control': hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      Vary: 'Accept-Encoding',
    });
    if (file.type.startsWith('text/html')) {
      headers.set('Content-Security-Policy', pagePolicy);
      headers.set('X-Frame-Options', 'DENY');
    }
    if (this.#isShared) {
      headers.set('Access-Control-Allow-Origin', '*');
      headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
    }
    if (request.headers.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers });
    const acceptsBrotli = /\bbr\b/.test(request.headers.get('accept-encoding') ?? '');
    if (!acceptsBrotli || !file.compressed) return new Response(file.content, { headers });
    headers.set('Content-Encoding', 'br');
    return new Response(file.compressed, { headers });
  }

  /** The address is relative, because a proxy may serve the site below another path. */
  async #redirect(request: Request, path: string): Promise<Response | undefined> {
    const isFolder = !path.endsWith('/');
    if (!(await this.#read(isFolder ? `${path}/index.html` : `${path.slice(0, -1)}.html`))) return undefined;
    const { pathname, search } = new URL(request.url);
    const name = pathname.split('/').filter(Boolean).at(-1) ?? '';
    return new Response(null, {
      status: 308,
      headers: { Location: `${isFolder ? `${name}/` : `../${name}`}${search}` },
    });
  }

  async #read(path: string): Promise<SiteFile | undefined> {
    const location = this.#resolve(path);
    if (location === undefined) return undefined;
    const found = await stat(location).catch((error: NodeJS.ErrnoException) => {
      if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(error.code ?? '')) return undefined;
      throw error;
    });
    if (!found?.isFile()) return undefined;
    const known = this.#files.get(location);
    if (known?.modifiedAt === found.mtimeMs) return known;
    const content = await readFile(location);
    const type = getMimeType(location) ?? 'application/octet-stream';
    const file = {
      modifiedAt: found.mtimeMs,
      etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 16)}"`,
      type,
      content,
      compressed: COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type) ? await compress(content) : undefined,
    };
    this.#files.set(location, file);
    return file;
  }

  /** The location of a path; `undefined` for one outside of the folder. */
  #resolve(path: string): string | undefined {
    let decoded: string;
    try {
      decoded = decodeURIComponent(path);
    } catch {
      return undefined; // malformed escape
    }
    if (decoded.includes('\0')) return undefined;
    const location = normalize(join(this.#folder, decoded));
    return location.startsWith(normalize(this.#folder) + sep) ? location : undefined;
  }
}
