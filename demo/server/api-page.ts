import { html } from 'hono/html';

/** The parts of an OpenAPI document that the page shows. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly 'x-basis': string;
  readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: Schema; example?: unknown }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>;

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
}

const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const credentials: Readonly<Record<string, string>> = {
  bearer: 'access token',
  cookie: 'session cookie',
  apiKey: 'X-Api-Key',
};

/**
 * The page `/docs/api/`: the OpenAPI document as a page without scripts. `publicPath` is the path under which browsers
 * see the server.
 */
export function apiPage(document: ApiDocument, publicPath: string): Response {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const groups = document.tags.map((tag) => ({
    ...tag,
    operations: operations.filter(({ operation }) => operation.tags[0] === tag.name),
  }));
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${document.info.title}</title>
<link rel="icon" href="${publicPath}/icon.svg">
<link rel="stylesheet" href="${publicPath}/plain.css">
<link rel="stylesheet" href="${publicPath}/api.css">
</head>
<body>
<main>
<h1>${document.info.title}</h1>
<p>${document.info.description} For programs there is <a href="${publicPath}/openapi.json">openapi.json</a>.</p>
<nav aria-label="Operations">
${groups.map(
  ({ name, operations: listed }) => html`<h2><a href="#${slug(name)}">${name}</a></h2>
<ul>${listed.map(({ operation }) => html`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`)}</ul>`,
)}
</nav>
${groups.map(
  ({ name, description, operations: listed }) => html`<section aria-labelledby="${slug(name)}">
<h2 id="${slug(name)}">${name}</h2>
<p>${description}</p>
${listed.map(operationArticle)}
</section>`,
)}
</main>
</body>
</html>`;
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': pagePolicy,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
  return new Response(String(page), { headers });
}

const slug = (name: string) => name.toLowerCase().replace(/\W+/g, '-');

function operationArticle({ path, method, operation }: { path: string; method: string; operation: Operation }) {
  const { operationId, summary, description, parameters, requestBody, responses, security } = operation;
  const accepted = security.flatMap(Object.keys).map((name) => credentials[name] ?? name);
  const body = requestBody?.content['application/json'];
  return html`<article id="${operationId}" aria-labelledby="${operationId}-title">
<h3 id="${operationId}-title">${summary}</h3>
<p><code class="request"><b>${method.toUpperCase()}</b> ${path}</code></p>
<p><span class="basis">${operation['x-basis']}</span> <code>${operationId}</code></p>
<p>${description} Credential: ${accepted.length ? accepted.join(' or ') : 'none'}.</p>
${
  parameters.length
    ? fieldTable(
        'Parameters',
        parameters.map(({ name, in: place, required, schema }) => [name, `${place}, ${typeOf(schema)}`, required]),
      )
    : ''
}
${body ? html`${fieldTable('Body', fieldsOf(body.schema))}${example(body.example)}` : ''}
${Object.entries(responses).map(([status, { description: text, content }]) => {
  const answer = content?.['application/json'];
  return html`<details>
<summary><b>${status}</b> ${text}</summary>
${answer && Number(status) < 400 ? fieldTable('Fields', fieldsOf(answer.schema)) : ''}
${answer ? example(answer.example) : ''}
</details>`;
})}
</article>`;
}

type Field = readonly [name: string, type: string, isRequired: boolean];

function fieldTable(caption: string, fields: readonly Field[]) {
  if (!fields.length) return '';
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Required</th></tr></thead>
<tbody>${fields.map(
    ([name, type, isRequired]) =>
      html`<tr><th scope="row"><code>${name}</code></th><td>${type}</td><td>${isRequired ? 'yes' : 'no'}</td></tr>`,
  )}</tbody>
</table></div>`;
}

const example = (value: unknown) =>
  html`<pre tabindex="0" aria-label="Example"><code>${JSON.stringify(value, null, 2)}</code></pre>`;

/** The fields of a schema with their paths, including the fields of alternatives. */
function fieldsOf(schema: Schema, prefix = ''): Field[] {
  const nested = [
    schema.items && fieldsOf(schema.items, `${prefix}[]`),
    ...(schema.anyOf ?? []).map((one) => fieldsOf(one, prefix)),
  ];
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, inner]): Field[] => {
    const path = prefix ? `${prefix}.${name}` : name;
    return [[path, typeOf(inner), schema.required?.includes(name) ?? false], ...fieldsOf(inner, path)];
  });
  return [...own, ...nested.flatMap((fields) => fields ?? [])];
}

function typeOf({ type, anyOf, enum: values, const: only, format, items }: Schema): string {
  if (only !== undefined) return JSON.stringify(only);
  if (values) return values.map((value) => JSON.stringify(value)).join(' or ');
  if (anyOf) return [...new Set(anyOf.map(typeOf))].join(' or ');
  if (items) return `list of ${typeOf(items)}`;
  return [type ?? 'any value', format ? `(${format})` : ''].flat().filter(Boolean).join(' or ').replace(' or (', ' (');
}
