/** A request as it would have left the page. */
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
 * Stands for the network, for answers that no server of ours gives: `answer` is given each request and how many came
 * before it. Like the real one it rejects what is aborted, and gives every answer but once.
 */
export function network(answer: (request: Sent, index: number) => Answer) {
  const sent: Sent[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { method, headers, credentials, signal } = request;
    const text = method === 'GET' ? '' : await request.text(); // takes time even where there is none
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

/** An answer in JSON. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers });
}

/** A success in its envelope. */
export function ok(data: unknown): Response {
  return json(200, { success: true, message: 'ok', data });
}

/** A refusal of the nested family. */
export function refused(status: number, code: string, headers: Record<string, string> = {}): Response {
  return json(status, { success: false, message: 'no', error: { code, message: 'no' } }, headers);
}

/** What a fetch that gets no answer does. */
export function unreachable(): Promise<never> {
  return Promise.reject(new TypeError('Failed to fetch'));
}

/** An answer that never comes. */
export function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** Something that's held until it's let go. */
export function gate<Value = void>() {
  let open: (value: Value) => void = () => undefined;
  const passed = new Promise<Value>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

/** The error a promise rejects with. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('Nothing failed');
}
