// The page of the API, for scripts/docs.mjs.
import { openApiDocument } from '../../src/sandbox/openapi.js';
import { type ApiDocument, apiPage } from '../server/api-page.js';

export const document = openApiDocument() as ApiDocument;

/** Renders the page; `publicPath` is the path of the files beside it. */
export const page = (publicPath: string) => apiPage(document, publicPath);
