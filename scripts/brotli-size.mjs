import { brotliCompressSync, constants } from 'node:zlib';

/** Bytes of a file after brotli (quality 11). */
export const brotliSize = (body) =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
