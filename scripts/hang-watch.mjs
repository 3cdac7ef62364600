// Fails a browser test file whose page no longer responds, and names the test that blocks the page. Mocha's own time
// limit names tests that wait too long, but an endless loop also stops Mocha's timer.

/** Milliseconds after a test's own limit until the page is ended: Mocha reports first, and the machine may be busy. */
const grace = 10_000;

/** Runs in the page: sends the title and the time limit of the next test or hook to the server. */
function announceTests() {
  const { webSocket, webSocketOpened } = window.__WDS_WEB_SOCKET__;
  const sessionId = new URL(location.href).searchParams.get('wtr-session-id');
  // Sent in the same task, because Mocha runs several short tests in one task. Sending before the socket is open would
  // throw and stop Mocha's runner.
  const announce = (title, timeout) => {
    const message = JSON.stringify({ type: 'test-announced', sessionId, title, timeout });
    if (webSocket.readyState === WebSocket.OPEN) webSocket.send(message);
    else webSocketOpened.then(() => webSocket.send(message));
  };
  const announceRunnable = (runnable) => announce(runnable.fullTitle(), runnable.timeout());
  const { mocha } = window;
  const { run } = mocha;
  mocha.run = (done) => run.call(mocha, done).on('hook', announceRunnable).on('test', announceRunnable);
  announce('loading the file', 120_000);
}

/**
 * Watches the tests of a run. The configuration of web-test-runner needs all parts of the result. The launchers of the
 * browsers need a method `endHangingPage(sessionId)`, because a page in an endless loop can't be closed or navigated.
 * @param {{ grace?: number }} [options]
 */
export function hangWatch(options = {}) {
  const limit = (timeout) => timeout + (options.grace ?? grace);
  /** The timer of every page that runs tests, by session. */
  const timers = new Map();
  let sessions;

  async function fail(sessionId, title, milliseconds) {
    const session = sessions.get(sessionId);
    if (session?.status !== 'TEST_STARTED') return;
    await session.browser.endHangingPage(sessionId);
    const message = `"${title}" blocked the page for more than ${milliseconds / 1000} s.`;
    const errors = [...session.errors, { name: 'Hanging test', message }];
    sessions.updateStatus({ ...session, errors, passed: false }, 'TEST_FINISHED');
  }

  return {
    html: (framework) =>
      `<!doctype html><html><head></head><body><script type="module" src="${framework}"></script>` +
      `<script type="module">(${announceTests})()</script></body></html>`,

    plugin: {
      name: 'hang-watch',
      serverStart({ webSockets }) {
        webSockets.on('message', ({ data }) => {
          if (data.type !== 'test-announced') return;
          const { sessionId, title, timeout } = data;
          clearTimeout(timers.get(sessionId));
          timers.set(sessionId, setTimeout(fail, limit(timeout), sessionId, title, limit(timeout)));
        });
      },
    },

    reporter: {
      start(run) {
        sessions = run.sessions;
        sessions.on('session-status-updated', ({ id, status }) => {
          if (status !== 'TEST_FINISHED') return;
          clearTimeout(timers.get(id));
          timers.delete(id);
        });
      },
    },
  };
}
