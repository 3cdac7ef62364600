/** A request as it was passed to `fetch`. */
export interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly credentials: RequestCredentials;
  readonly text: string;
  readonly signal: AbortSignal;
}

type Answer = Response | Promise<Response>;

/**
 * A `fetch` for answers that the sandbox does not send. `answer` receives each request and its index. Rejects when the
 * request's signal aborts, as the browser's `fetch` does. `sent` lists the requests so far.
 */
export function network(answer: (request: Sent, index: number) => Answer) {
  const sent: Sent[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { method, headers, credentials, signal } = request;
    const text = method === 'GET' ? '' : await request.text(); // asynchronous, as in a browser, even without a body
    const entry = { method, url: new URL(request.url), headers, credentials, text, signal };
    sent.push(entry);
    const aborted = new Promise<never>((_, reject) => {
      if (signal.aborted) reject(signal.reason);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    return Promise.race([answer(entry, sent.length - 1), aborted]);
  };
  return { fetch, sent };
}

/** A JSON response. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers });
}

/** A successful response with its envelope (docs/contract.md 3.1, S1). */
export function ok(data: unknown): Response {
  return json(200, { success: true, message: 'ok', data });
}

/** A failed response of the nested family (docs/contract.md 3.2, F1). */
export function refused(status: number, code: string, headers: Record<string, string> = {}): Response {
  return json(status, { success: false, message: 'no', error: { code, message: 'no' } }, headers);
}

/** Rejects as `fetch` does without a connection. */
export function unreachable(): Promise<never> {
  return Promise.reject(new TypeError('Failed to fetch'));
}

/** A promise that never settles. */
export function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** A promise, `passed`, that `open` resolves. */
export function gate<Value = void>() {
  let open: (value: Value) => void = () => undefined;
  const passed = new Promise<Value>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

/** The reason that a promise rejects with. Throws if the promise is fulfilled. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('Nothing failed');
}
