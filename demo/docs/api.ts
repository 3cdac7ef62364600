// The page of the operations, for scripts/docs.mjs.
import { openApiDocument } from '../../src/sandbox/openapi.js';
import { type ApiDocument, apiPage } from '../server/api-page.js';

export const document = openApiDocument() as ApiDocument;

/** The page; `publicPath` leads to the files beside it. */
export const page = (publicPath: string) => apiPage(document, publicPath);
