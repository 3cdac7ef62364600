import { chai } from '@open-wc/testing';

interface Failure {
  actual?: unknown;
  expected?: unknown;
}

/**
 * From now on, removes elements from the errors of failed assertions. The message names the element; the test runner
 * would copy the whole page into its report, which takes longer than a test may take.
 */
export const omitElementsFromFailures = () =>
  chai.use(({ Assertion }) => {
    const { prototype } = Assertion as unknown as { prototype: { assert(...all: unknown[]): unknown } };
    const { assert } = prototype;
    prototype.assert = function (...all) {
      try {
        return assert.apply(this, all);
      } catch (error) {
        const failure = error as Failure;
        if (failure.actual instanceof Node || failure.expected instanceof Node) {
          delete failure.actual;
          delete failure.expected;
        }
        throw error;
      }
    };
  });

/** From now on, fails a test during which a promise was rejected and nothing handled it, as a host page would notice. */
export function failOnUnhandledRejections(): void {
  const events: PromiseRejectionEvent[] = [];
  addEventListener('unhandledrejection', (event) => events.push(event));
  afterEach(() => {
    const unexpected = events.splice(0).find(({ defaultPrevented }) => !defaultPrevented);
    if (unexpected) throw unexpected.reason;
  });
}
