import { expect } from '@open-wc/testing';
import { mountTag, paneOf } from './elements.js';

describe('controls', () => {
  const container = document.createElement('div');
  before(() => document.body.append(container));
  afterEach(() => container.replaceChildren());
  after(() => container.remove());

  it('keep the background of rows within the rounded corners of their list (D63)', async () => {
    const { element } = await mountTag('agni-sessions', container);
    const list = paneOf(element).querySelector('.list') as Element;
    const { borderStartStartRadius: radius } = getComputedStyle(list);
    expect(Number.parseFloat(radius)).to.be.above(0);
    expect(getComputedStyle(list.firstElementChild as Element).borderStartStartRadius).to.equal(radius);
    expect(getComputedStyle(list.lastElementChild as Element).borderEndEndRadius).to.equal(radius);
  });
});
