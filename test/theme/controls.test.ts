import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { waitFor } from '../queries.js';
import { mountTag, paneOf } from './elements.js';

describe('controls', () => {
  const home = document.createElement('div');
  before(() => document.body.append(home));
  afterEach(async () => {
    await resetMouse();
    home.replaceChildren();
  });
  after(() => home.remove());

  const hover = async (element: HTMLElement) => {
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    await waitFor(() => expect(element.matches(':hover')).to.equal(true));
  };

  it('look disabled under the pointer as well, and otherwise change their color (D56)', async () => {
    const { element } = await mountTag('agni-change-password', home);
    const button = paneOf(element).querySelector<HTMLElement>('.primary') as HTMLElement;
    const background = () => getComputedStyle(button).backgroundColor;
    const enabled = background();
    await hover(button);
    expect(background()).to.not.equal(enabled);
    button.ariaDisabled = 'true';
    const disabled = background();
    expect(disabled).to.not.equal(enabled);
    await resetMouse();
    expect(background()).to.equal(disabled);
  });

  it('keep the background of rows within the rounded corners of their list (D63)', async () => {
    const { element } = await mountTag('agni-api-keys', home);
    const list = paneOf(element).querySelector('.list') as Element;
    const { borderStartStartRadius: radius } = getComputedStyle(list);
    expect(Number.parseFloat(radius)).to.be.above(0);
    expect(getComputedStyle(list.firstElementChild as Element).borderStartStartRadius).to.equal(radius);
    expect(getComputedStyle(list.lastElementChild as Element).borderEndEndRadius).to.equal(radius);
  });
});
