// Extends web-test-runner for test/wire: the built server behind a proxy that makes faults, the script-tag build at
// /cdn/, and host pages at /host/. test/wire/wire.ts calls the commands.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createWorkspace, serve } from './built-server.mjs';
import { FaultProxy } from './fault-proxy.mjs';
import { broken, faults, unusual } from './wire-faults.mjs';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** A plugin and a middleware for web-test-runner. The server starts with the first command. */
export function wire() {
  let started;
  let server;
  let proxy;
  /** Documents and scripts of host pages, by path. */
  const pages = new Map();

  const start = async () => {
    server = await serve();
    proxy = new FaultProxy(server.origin);
    await proxy.open();
  };

  const commands = {
    /** Resolves to the addresses of proxy and server, a user's token, and the names of the faults. */
    async open() {
      started ??= start(); // pages may open at the same time
      await started;
      const { token } = await createWorkspace(server.origin, 3);
      return {
        url: proxy.url,
        origin: server.origin,
        token,
        broken: broken.map(([name, { before }, text, inWebKit = text]) => {
          return { name, text, inWebKit, isBefore: !!before };
        }),
        unusual: unusual.map(([name]) => name),
      };
    },
    disturb: ({ method, path, name }) => proxy.disturb(method, path, faults.get(name)),
    calm: () => proxy.calm(),
    seen: () => proxy.seen,
    refuse: () => proxy.close(),
    accept: () => proxy.open(),
    /** Adds a page whose head begins with a script. Resolves to the page's address. */
    page({ head, body, policy, script }) {
      const address = `/host/${pages.size}`;
      const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
        <script src="${address}.js"></script>${head}</head><body>${body}</body></html>`;
      pages.set(`${address}.js`, { type: 'js', body: script });
      pages.set(address, { type: 'html', body: html, policy });
      return address;
    },
  };

  return {
    plugin: {
      name: 'wire',
      async executeCommand({ command, payload }) {
        const [, name] = /^wire-(.*)$/.exec(command) ?? [];
        return name && ((await commands[name](payload)) ?? true);
      },
      async serverStop() {
        await proxy?.close();
        await server?.stop();
      },
    },
    /** Runs before the runner's own middleware, which adds a script to pages. */
    middleware(context, next) {
      const page = pages.get(context.path);
      if (page) {
        context.type = page.type;
        context.body = page.body;
        if (page.policy) context.set('Content-Security-Policy', page.policy);
        return undefined;
      }
      const file = `${dist}${context.path}`;
      if (!context.path.startsWith('/cdn/') || !existsSync(file)) return next();
      context.type = 'js';
      context.body = readFileSync(file);
      return undefined;
    },
  };
}
