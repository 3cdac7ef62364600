import { expect, fixture, html } from '@open-wc/testing';
import { copyElement, copyField } from '../../src/ui/copy.js';
import { printLines } from '../../src/ui/print-lines.js';
import { saveFile } from '../../src/ui/save-file.js';
import { catchFiles, pretendFrame } from '../files.js';
import { waitFor } from '../queries.js';

/** Replaces the page's clipboard while `test` runs. */
async function withClipboard(writeText: (text: string) => Promise<void>, test: () => Promise<void>): Promise<void> {
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  try {
    await test();
  } finally {
    Reflect.deleteProperty(navigator, 'clipboard');
  }
}

/** The selected text, which the user can copy by keyboard. */
const selectedText = () => {
  const { activeElement } = document;
  return activeElement instanceof HTMLInputElement
    ? activeElement.value.slice(activeElement.selectionStart ?? 0, activeElement.selectionEnd ?? 0)
    : String(getSelection());
};

async function showTexts() {
  const root = await fixture<HTMLElement>(
    html`<div><input .value=${'agni_key'} readonly /><pre tabindex="-1">curl https://api.example</pre></div>`,
  );
  return [root.querySelector('input') as HTMLInputElement, root.querySelector('pre') as HTMLElement] as const;
}

describe('copying', () => {
  it('puts the text on the clipboard, and leaves focus and selection alone', async () => {
    const copied: string[] = [];
    const write = async (text: string) => void copied.push(text);
    await withClipboard(write, async () => {
      const [field, example] = await showTexts();
      expect(await copyField(field)).to.equal(true);
      expect(await copyElement(example)).to.equal(true);
      expect(await copyElement(example, 'all of it')).to.equal(true);
      expect(copied).to.deep.equal(['agni_key', 'curl https://api.example', 'all of it']);
      expect(document.activeElement === document.body).to.equal(true);
      expect(selectedText()).to.equal('');
    });
  });

  it('selects the text for the keyboard where the browser does not allow that, and says so', async () => {
    await withClipboard(
      () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError')),
      async () => {
        const [field, example] = await showTexts();
        expect(await copyField(field)).to.equal(false);
        expect(selectedText()).to.equal('agni_key');
        expect(await copyElement(example)).to.equal(false);
        expect(document.activeElement === example).to.equal(true);
        expect(selectedText()).to.equal('curl https://api.example');
      },
    );
  });

  it('selects the text where the page has no clipboard at all', async () => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    try {
      const [field] = await showTexts();
      expect(await copyField(field)).to.equal(false);
      expect(selectedText()).to.equal('agni_key');
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });
});

describe('printing', () => {
  /** Prints two lines and waits for the call of `print`, which is replaced in the frame, so that no dialog opens. */
  async function print() {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    let printed: string[] = [];
    const frame = () => place.querySelector('iframe') ?? undefined;
    place.addEventListener(
      'load',
      () => {
        const view = frame()?.contentWindow as Window;
        view.print = () => {
          printed = [...view.document.body.children].map((line) => line.textContent ?? '');
        };
      },
      { capture: true },
    );
    const remove = printLines(place, 'Recovery codes', ['1111-aaaa', '2222-<b>']);
    await waitFor(() => expect(printed).to.deep.equal(['Recovery codes', '1111-aaaa', '2222-<b>']));
    return { frame, remove };
  }

  it('prints heading and lines as text, out of reach of keyboard and screen reader, and forgets them then', async () => {
    const { frame } = await print();
    expect([frame()?.tabIndex, frame()?.ariaHidden]).to.deep.equal([-1, 'true']);
    frame()?.contentWindow?.dispatchEvent(new Event('afterprint'));
    expect(!!frame()).to.equal(false);
  });

  it('forgets them earlier if the dialog closes', async () => {
    const { frame, remove } = await print();
    remove();
    expect(!!frame()).to.equal(false);
  });
});

describe('saving a file', () => {
  it('hands the text over under its name, and frees it only when it is told to', async () => {
    const { files, revoked, restore } = catchFiles();
    try {
      const saved = saveFile('codes.txt', '1111-aaaa\n');
      const [file] = files;
      expect(file?.name).to.equal('codes.txt');
      expect(await file?.blob.text()).to.equal('1111-aaaa\n');
      expect(file?.blob.type).to.equal('text/plain');
      expect(revoked).to.deep.equal([]);
      saved.release();
      expect(revoked).to.deep.equal([file?.url]);
    } finally {
      restore();
    }
  });

  it('is uncertain in a frame, which may block downloads without a word, and nowhere else', () => {
    const { restore } = catchFiles();
    const actualParent = window.parent;
    try {
      const leaveFrame = pretendFrame();
      expect(saveFile('codes.txt', '').isUncertain).to.equal(true);
      leaveFrame();
      Object.defineProperty(window, 'parent', { value: window, configurable: true });
      expect(saveFile('codes.txt', '').isUncertain).to.equal(false);
    } finally {
      Object.defineProperty(window, 'parent', { value: actualParent, configurable: true });
      restore();
    }
  });
});
