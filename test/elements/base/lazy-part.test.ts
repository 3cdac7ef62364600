import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LazyPart } from '../../../src/elements/base/lazy-part.js';

/** A lazy part whose imports have these `outcomes` in order, and the list of its console errors. */
function setUp(outcomes: (() => Promise<string>)[]) {
  const controllers: ReactiveController[] = [];
  const host = {
    addController: (controller: ReactiveController) => void controllers.push(controller),
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  } satisfies ReactiveControllerHost;
  const lazy = new LazyPart(host, () => outcomes.shift()?.() ?? Promise.reject(new Error('asked once too often')));
  const logged: unknown[] = [];
  const { error } = console;
  console.error = (...values: unknown[]) => void logged.push(...values);
  const restore = () => {
    console.error = error;
    for (const controller of controllers) controller.hostDisconnected?.();
  };
  for (const controller of controllers) controller.hostConnected?.();
  return { lazy, logged, restore };
}

const mistake = new TypeError('undefined is not a function');

describe('a lazily loaded part', () => {
  it('logs why it failed, says that it failed, and loads at the next attempt (D35)', async () => {
    const { lazy, logged, restore } = setUp([() => Promise.reject(mistake), () => Promise.resolve('part')]);
    try {
      expect(await lazy.load()).to.equal(undefined);
      expect([lazy.hasFailed, lazy.part, logged]).to.deep.equal([true, undefined, [mistake]]);
      expect(await lazy.load()).to.equal('part');
      expect([lazy.hasFailed, lazy.part]).to.deep.equal([false, 'part']);
    } finally {
      restore();
    }
  });

  it('loads again by itself when the connection is back, but only if it failed (D35)', async () => {
    const { lazy, restore } = setUp([() => Promise.reject(mistake), () => Promise.resolve('part')]);
    try {
      window.dispatchEvent(new Event('online'));
      expect(lazy.part).to.equal(undefined);
      await lazy.load();
      window.dispatchEvent(new Event('online'));
      expect(await lazy.load()).to.equal('part');
    } finally {
      restore();
    }
  });
});
