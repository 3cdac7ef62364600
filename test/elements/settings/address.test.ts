import { expect } from '@open-wc/testing';
import { pageUrl } from '../../../src/elements/base/page-url.js';
import { choosePane, readAddress } from '../../../src/elements/settings/address.js';

const isListed = (id: string) => ['organization', 'users', 'a/b'].includes(id);

describe('An address of the hub', () => {
  for (const [hash, id, place] of [
    ['', '', ''],
    ['#users', 'users', ''],
    ['#organization/website', 'organization', 'website'],
    ['#a/b', 'a/b', ''],
    ['#a/b/c', 'a', 'b/c'],
    ['#%C3%BCber', 'über', ''],
    ['#100%', '100%', ''],
  ] as const) {
    it(`leads "${hash}" to "${id}"${place && `, there to "${place}"`}`, () => {
      expect(readAddress(hash, isListed)).to.deep.equal({ id, place });
    });
  }

  it('is written as it is read', () => {
    const { hash } = new URL(pageUrl('über', 'website'));
    expect(readAddress(hash, isListed)).to.deep.equal({ id: 'über', place: 'website' });
  });
});

describe('The open pane', () => {
  const open = { id: 'users', awaited: undefined };

  it('is the one that is asked for, if it is listed', () => {
    expect(choosePane('organization', open, 'a/b', isListed)).to.deep.equal({ id: 'organization', awaited: undefined });
  });

  it('stays until one that was asked for is listed, unless another one is chosen first', () => {
    const waiting = choosePane('billing', open, 'a/b', isListed);
    expect(waiting).to.deep.equal({ id: 'users', awaited: 'billing' });
    const listsBilling = (id: string) => id === 'billing' || isListed(id);
    expect(choosePane(undefined, waiting, 'a/b', listsBilling).id).to.equal('billing');
    const elsewhere = choosePane('organization', waiting, 'a/b', isListed);
    expect(choosePane(undefined, elsewhere, 'a/b', listsBilling).id).to.equal('organization');
  });

  it('is the first one where the former is listed no longer', () => {
    expect(choosePane(undefined, { id: 'gone', awaited: undefined }, 'users', isListed).id).to.equal('users');
  });
});
