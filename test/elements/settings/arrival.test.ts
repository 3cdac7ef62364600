import { expect, fixture, html } from '@open-wc/testing';
import type { Pane } from '../../../src/elements/base/pane.js';
import { Arrival } from '../../../src/elements/settings/arrival.js';

/** A page with the link that a user pressed, another field, and the element of the pane that the link opens. */
async function page() {
  const root = await fixture<HTMLElement>(
    html`<div><a href="#users" id="link">Users</a><input id="other" /><div tabindex="-1" id="pane"></div></div>`,
  );
  const element = (id: string) => root.querySelector(`#${id}`) as HTMLElement;
  const pane = Object.assign(element('pane'), {
    state: 'ready',
    updateComplete: Promise.resolve(true),
    shown: [] as string[],
    show(place: string) {
      this.shown.push(place);
      return place === 'search';
    },
  });
  element('link').focus();
  const focused = () => document.activeElement?.id;
  /** Simulates a render of the hub with this pane open; resolves when the focus has moved. */
  const settle = async (arrival: Arrival, openId = 'users') => {
    arrival.settle(openId, pane as unknown as Pane);
    await pane.updateComplete;
  };
  return { element, pane, focused, settle };
}

describe('the focus of a user who goes to a pane', () => {
  it('moves to the pane as soon as it is there, once', async () => {
    const { element, focused, settle } = await page();
    const arrival = new Arrival();
    arrival.start('users');
    arrival.settle('users', undefined);
    expect(focused()).to.equal('link');
    await settle(arrival);
    expect(focused()).to.equal('pane');
    element('other').focus();
    await settle(arrival);
    expect(focused()).to.equal('other');
  });

  it('stays where the user moved on to while the pane was loading', async () => {
    const { element, focused, settle } = await page();
    const arrival = new Arrival();
    arrival.start('users');
    element('other').focus();
    await settle(arrival);
    expect(focused()).to.equal('other');
  });

  it('moves to the pane if what was pressed is gone', async () => {
    const { element, focused, settle } = await page();
    const arrival = new Arrival();
    arrival.start('users');
    element('link').remove();
    await settle(arrival);
    expect(focused()).to.equal('pane');
  });

  it('does not move to another pane than the one the user went to last', async () => {
    const { focused, settle } = await page();
    const arrival = new Arrival();
    arrival.start('users');
    arrival.start('profile');
    await settle(arrival, 'users');
    expect(focused()).to.equal('link');
    await settle(arrival, 'profile');
    expect(focused()).to.equal('pane');
  });

  it('waits for a place in the pane until the pane has loaded, and moves to the pane if there is no such place', async () => {
    const { pane, focused, settle } = await page();
    const arrival = new Arrival();
    pane.state = 'loading';
    arrival.start('users', 'search');
    await settle(arrival);
    expect(pane.shown).to.deep.equal([]);
    pane.state = 'ready';
    await settle(arrival);
    expect([pane.shown, focused()]).to.deep.equal([['search'], 'link']); // the pane itself moves the focus
    arrival.start('users', 'nowhere');
    await settle(arrival);
    expect(focused()).to.equal('pane');
  });
});
