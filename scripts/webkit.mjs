// Drives WebKitGTK for web-test-runner by the W3C WebDriver protocol. WebKitGTK has no mode without a window, so it runs
// on a screen in memory (Xvfb).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { browserPath } from './browsers.mjs';

/** The code points of keys without a character: https://w3c.github.io/webdriver/#keyboard-actions */
const keyCodes = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

const environment = {
  WEBKIT_DISABLE_COMPOSITING_MODE: '1', // no graphics card
  ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}), // the sandbox refuses root
};

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a program that ends with this process. */
function start(program, args, options) {
  const child = spawn(program, args, options);
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  return child;
}

/** Starts a screen in memory; resolves to its process and its name, such as `:1`. */
async function startScreen() {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const child = start(browserPath('xvfb'), args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = await Promise.race([
    once(child.stdio[3], 'data'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`Xvfb ended with ${code}`))),
  ]);
  return { child, display: `:${String(number).trim()}` };
}

/** One window of WebKit. */
class Window {
  #base;
  #children;

  static async open() {
    const screen = await startScreen();
    const port = await freePort();
    const driver = start(browserPath('webkit'), [`--port=${port}`], {
      stdio: 'ignore',
      env: { ...process.env, ...environment, DISPLAY: screen.display },
    });
    const window = new Window();
    window.#children = [driver, screen.child];
    window.#base = `http://127.0.0.1:${port}/session`;
    const capabilities = { alwaysMatch: { pageLoadStrategy: 'none' } };
    // The driver is ready when its port is open.
    const isReady = () =>
      fetch(`http://127.0.0.1:${port}/status`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (!(await isReady())) {
      if (driver.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${driver.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { sessionId } = await window.#send('', { capabilities });
    window.#base += `/${sessionId}`;
    return window;
  }

  async #send(path, body) {
    const response = await fetch(`${this.#base}${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKit, ${path || 'new session'}: ${value.error}, ${value.message}`);
    return value;
  }

  goto(url) {
    return this.#send('/url', { url });
  }

  url() {
    return this.#send('/url');
  }

  setViewport = async ({ width, height }) => {
    const inner = () => this.#send('/execute/sync', { script: 'return [innerWidth, innerHeight]', args: [] });
    const rect = await this.#send('/window/rect');
    const [innerWidth, innerHeight] = await inner();
    const frame = { width: rect.width - innerWidth, height: rect.height - innerHeight };
    await this.#send('/window/rect', { width: width + frame.width, height: height + frame.height });
  };

  keyboard = {
    down: (key) => this.#keys([['keyDown', key]]),
    up: (key) => this.#keys([['keyUp', key]]),
    press: (key) =>
      this.#keys([
        ['keyDown', key],
        ['keyUp', key],
      ]),
    type: async (text) => {
      for (const character of text) await this.keyboard.press(character);
    },
  };

  #keys(changes) {
    const actions = changes.map(([type, key]) => ({ type, value: keyCodes[key] ?? key }));
    return this.#send('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Ends the browser, even if its page no longer responds. */
  close() {
    for (const child of this.#children) child.kill('SIGKILL');
  }
}

/** A launcher for web-test-runner: test files run one after the other in one window. */
export function webkitLauncher() {
  let window;
  let active;
  return {
    name: 'WebKit',
    type: 'puppeteer', // the runner's commands call `keyboard` and `setViewport` of such a page
    concurrency: 1,
    async startSession(sessionId, url) {
      window ??= await Window.open();
      active = sessionId;
      await window.goto(url);
    },
    isActive: (sessionId) => sessionId === active,
    getBrowserUrl: () => window.url(),
    getPage: () => window,
    async stopSession() {
      active = undefined;
      return {};
    },
    async stop() {
      window?.close();
      window = undefined;
    },
    async endHangingPage() {
      active = undefined;
      window.close();
      window = undefined; // for the next file a new window opens
    },
  };
}
