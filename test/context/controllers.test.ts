import { expect } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import * as z from 'zod/mini';
import { AgniError } from '../../src/client/error.js';
import { ActionController } from '../../src/context/action-controller.js';
import { ResourceController, type SessionHost, type SessionObserver } from '../../src/context/resource-controller.js';
import { organizationChange } from '../../src/contract/all.js';
import { FormController } from '../../src/elements/base/form-controller.js';
import { checkForm, refuseForm } from '../../src/elements/base/form-errors.js';
import type { ApiSession } from '../../src/resources/api-session.js';
import { Resource } from '../../src/resources/resource.js';
import { failureOf, gate } from '../network.js';

/** The part of an element that controllers need. */
class TestElement extends HTMLElement implements SessionHost {
  readonly observers: SessionObserver[] = [];
  readonly controllers: ReactiveController[] = [];
  readonly updateComplete = Promise.resolve(true);
  updates = 0;

  addSessionObserver(observer: SessionObserver) {
    this.observers.push(observer);
  }
  addController(controller: ReactiveController) {
    this.controllers.push(controller);
  }
  removeController() {
    throw new Error('No controller is removed');
  }
  requestUpdate() {
    this.updates++;
  }
}
customElements.define('test-element', TestElement);

const failure = (details: unknown) =>
  new AgniError({ status: 422, code: 'VALIDATION_FAILED', message: 'no', details }, { operation: 'x', host: 'h' });

const announcement = { before: 'agni-before-update-organization', detail: { id: 'o', name: 'n' } } as const;

describe('a form', () => {
  const saved = { name: 'Northwind', website: '' };
  const typed = (name: string, value: string) => {
    const control = Object.assign(document.createElement('input'), { name, value });
    return { target: control } as unknown as Event;
  };
  const setUp = (state: Record<string, string> = { ...saved }) => {
    const element = new TestElement();
    return { element, state, form: new FormController(element, () => state) };
  };

  it('shows the server’s value in untouched fields, and keeps edits (C39)', () => {
    const { form, state } = setUp();
    form.take(typed('website', 'https://typed.example'));
    Object.assign(state, { name: 'Renamed', website: 'https://theirs.example' });
    expect([form.text('name'), form.text('website')]).to.deep.equal(['Renamed', 'https://typed.example']);
    expect(form.changed).to.deep.equal(['website']);
  });

  it('is not dirty where the text equals the saved one', () => {
    const { form } = setUp();
    form.take(typed('name', 'Other'));
    expect(form.isDirty).to.equal(true);
    form.take(typed('name', 'Northwind'));
    expect(form.isDirty).to.equal(false);
  });

  it('keeps edits made while a save was pending (C38)', () => {
    const { form, state } = setUp();
    form.take(typed('name', 'Sent'));
    form.take(typed('website', 'https://sent.example'));
    const sent = form.edits;
    form.take(typed('name', 'Typed since'));
    Object.assign(state, Object.fromEntries(sent));
    form.accept(sent);
    expect(form.changed).to.deep.equal(['name']);
    expect(form.text('name')).to.equal('Typed since');
  });

  it('has the errors of its schema, field by field, until a field is edited', () => {
    const { form } = setUp();
    expect(checkForm(form, organizationChange, { name: 'x'.repeat(121), website: 'nowhere' })).to.equal(false);
    expect(form.fieldError('name')).to.deep.equal({ reason: 'longer_than', values: { most: 120 } });
    expect(form.fieldError('website')).to.deep.equal({ reason: 'url' });
    form.take(typed('name', 'Short'));
    expect(form.fieldError('name')).to.equal(undefined);
    expect(form.errorCount).to.equal(1);
    expect(checkForm(form, z.object({}), {})).to.equal(true);
    expect(form.errorCount).to.equal(0);
  });

  it('has the errors that the server names by field (C23)', () => {
    const { form } = setUp();
    refuseForm(form, failure({ fields: { website: 'no such host', name: [['taken']] } }));
    expect(form.fieldError('website')).to.deep.equal({ reason: 'no such host' });
    expect(form.fieldError('name')).to.deep.equal({ reason: 'taken' });
    refuseForm(form, failure({ fields: { name: [] } }));
    expect(form.fieldError('name')).to.deep.equal({ reason: 'no' });
  });

  it('gives no error to a field that it does not have (C23, C56)', () => {
    for (const field of ['slug', 'toString', 'constructor', '__proto__']) {
      const { form } = setUp();
      refuseForm(form, failure(JSON.parse(`{"fields":{"${field}":["Choose another one."]}}`)));
      expect(form.unplaced).to.deep.equal(['Choose another one.']);
      expect(form.errorCount, field).to.equal(0);
    }
  });

  it('reports an error of an unknown field apart, without the server’s bare reason (D27)', () => {
    const { form } = setUp();
    refuseForm(form, failure({ fields: { name: ['taken'] } }));
    expect(form.isExplained).to.equal(true);
    refuseForm(form, failure({ fields: { name: ['taken'], region_id: ['type', 'unknown'] } }));
    expect(form.isExplained).to.equal(false);
    expect(form.unplaced).to.deep.equal([]);
  });

  it('forgets everything in another session (C10)', () => {
    const { form, element } = setUp();
    form.take(typed('name', 'Typed'));
    for (const observer of element.observers) observer.onSessionChange(undefined);
    expect(form.isDirty).to.equal(false);
  });
});

describe('an action', () => {
  const setUp = () => {
    const element = new TestElement();
    return { element, action: new ActionController<string>(element) };
  };

  it('runs once, however often it is started (C37)', async () => {
    const { action } = setUp();
    const answer = gate<string>();
    let runs = 0;
    const write = () => {
      runs++;
      return answer.passed;
    };
    const asked = [1, 2, 3].map(() => action.run(announcement, write));
    expect(action.isPending).to.equal(true);
    answer.open('saved');
    expect(await Promise.all(asked)).to.deep.equal([true, false, false]);
    expect(runs).to.equal(1);
    expect(action.state).to.deep.equal({ status: 'done', result: 'saved' });
  });

  it('does not fail when its client was closed', async () => {
    const { element, action } = setUp();
    let failures = 0;
    element.addEventListener('agni-error', () => failures++);
    const aborted = () => Promise.reject(new DOMException('The client is closed', 'AbortError'));
    expect(await action.run(announcement, aborted)).to.equal(false);
    expect(action.state).to.deep.equal({ status: 'idle' });
    expect(failures).to.equal(0);
  });

  it('fires its before-event, which the host may cancel or hold', async () => {
    const { element, action } = setUp();
    const write = () => Promise.resolve('saved');
    element.addEventListener(announcement.before, (event) => event.preventDefault(), { once: true });
    expect(await action.run(announcement, write)).to.equal(false);
    expect(action.failure).to.deep.equal({});
    action.reset();
    expect(action.failure).to.equal(undefined);

    const waitUntil = (promise: Promise<unknown>) =>
      element.addEventListener(announcement.before, (event) => (event as CustomEvent).detail.waitUntil(promise), {
        once: true,
      });
    waitUntil(Promise.reject(new Error('not now')));
    expect(await action.run(announcement, write)).to.equal(false);
    expect(action.failure).to.deep.equal({});

    const yes = gate();
    waitUntil(yes.passed);
    const running = action.run(announcement, write);
    expect(action.isPending).to.equal(true);
    expect(action.failure).to.equal(undefined);
    yes.open();
    expect(await running).to.equal(true);
  });

  it('reports a failure to the host, without secrets', async () => {
    const { element, action } = setUp();
    const heard: unknown[] = [];
    element.addEventListener('agni-error', (event) => void heard.push((event as CustomEvent).detail));
    const error = failure({ fields: { name: ['taken'] } });
    expect(await action.run(announcement, () => Promise.reject(error))).to.equal(false);
    expect(action.error).to.equal(error);
    expect(heard).to.deep.equal([{ operation: 'x', status: 422, code: 'VALIDATION_FAILED', message: 'no' }]);
  });

  it('rethrows what is no error of the API', async () => {
    const { action } = setUp();
    const failed = failureOf(action.run(announcement, () => Promise.reject(new Error('mistake'))));
    expect(String(await failed)).to.include('mistake');
    expect(action.state).to.deep.equal({ status: 'idle' });
  });

  const endings: [string, (element: TestElement) => void][] = [
    ['another session', ({ observers }) => observers.map((observer) => observer.onSessionChange(undefined))],
    ['signing out', ({ observers }) => observers.map((observer) => observer.onSignedOut?.())],
    ['removal from the page', ({ observers }) => observers.map((observer) => observer.onRemoved?.())],
  ];
  for (const [name, end] of endings) {
    it(`forgets its result, or the one to come, after ${name} (C59)`, async () => {
      const { element, action } = setUp();
      await action.run(announcement, () => Promise.resolve('SECRET'));
      end(element);
      expect(action.state).to.deep.equal({ status: 'idle' });
      const begun = gate();
      const late = gate<string>();
      const running = action.run(announcement, () => {
        begun.open();
        return late.passed;
      });
      await begun.passed;
      end(element);
      late.open('SECRET');
      expect(await running).to.equal(false);
      expect(action.state).to.deep.equal({ status: 'idle' });
    });
  }
});

describe('a controller of a resource', () => {
  it('follows the resource that is selected, and no longer the one before', async () => {
    const reads: string[] = [];
    const resources = ['week', 'month'].map((name) => {
      return new Resource(async () => {
        reads.push(name);
        return `of the ${name}`;
      });
    });
    let selected = 0;
    const element = new TestElement();
    const controller = new ResourceController(element, () => resources[selected]);
    document.body.append(element);
    try {
      controller.hostConnected();
      controller.onSessionChange({} as ApiSession);
      expect(await resources[0]?.value()).to.equal('of the week');
      selected = 1;
      controller.update();
      expect(await resources[1]?.value()).to.equal('of the month');
      expect(controller.value).to.equal('of the month');
      resources[0]?.invalidate();
      const { updates } = element;
      resources[0]?.set('of last week');
      expect(reads).to.deep.equal(['week', 'month']);
      expect(element.updates).to.equal(updates);
    } finally {
      controller.hostDisconnected();
      element.remove();
    }
  });
});
