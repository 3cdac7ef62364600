import type { LitElement, ReactiveController } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { lockScroll } from './scroll-lock.js';

/**
 * Keeps the dialogs in an element's template modal while the element is visible.
 *
 * A dialog is in the template exactly as long as it is open. If the element or an ancestor is hidden meanwhile, an
 * ordinary dialog closes. A guarded dialog, which has a secret or a pending write, is suspended, and is shown again
 * with the element: so the page stays usable and the secret is not lost.
 */
class ModalDialogs implements ReactiveController {
  readonly #element: LitElement;
  /** Dialogs that were shown. A closed dialog stays in the template until its `close` event. */
  readonly #shown = new WeakSet<HTMLDialogElement>();
  readonly #suspended = new Set<HTMLDialogElement>();
  #visibility: ResizeObserver | undefined;
  #unlockScroll: (() => void) | undefined;

  constructor(element: LitElement) {
    this.#element = element;
    element.addController(this);
  }

  get #all(): HTMLDialogElement[] {
    return [...(this.#element.renderRoot?.querySelectorAll('dialog') ?? [])];
  }

  /** Shows the dialogs that the last render added, because a dialog can't be shown during its first render. */
  hostUpdated(): void {
    if (!this.#element.isConnected) return;
    for (const dialog of this.#all) {
      if (this.#shown.has(dialog)) continue;
      this.#shown.add(dialog);
      // Adding the same listener again has no effect.
      this.#element.renderRoot.addEventListener('close', this.#onClose, true);
      dialog.showModal();
    }
    this.#settle();
  }

  hostConnected(): void {
    // After a move in the document the browser has taken the dialogs out of the top layer.
    for (const dialog of this.#all) if (dialog.open && !dialog.matches(':modal')) this.#suspend(dialog);
    this.#settle();
  }

  hostDisconnected(): void {
    this.#observe(false);
    // An element that is moved is connected again in the same task; it keeps its dialogs and their secrets.
    queueMicrotask(() => this.#element.isConnected || this.#close());
  }

  /** Closes every dialog, because the element has left the page. */
  #close(): void {
    this.#suspended.clear();
    for (const dialog of this.#all) dialog.close();
    this.#settle();
  }

  /** Shows, suspends or closes every dialog, depending on whether the element is visible. */
  readonly #settle = (): void => {
    const dialogs = this.#all;
    for (const dialog of this.#suspended) if (!dialogs.includes(dialog)) this.#suspended.delete(dialog);
    const isVisible = this.#element.isConnected && this.#element.checkVisibility();
    for (const dialog of dialogs) {
      if (isVisible && this.#suspended.delete(dialog)) dialog.showModal();
      else if (!isVisible && dialog.open && isGuarded(dialog)) this.#suspend(dialog);
      else if (!isVisible && dialog.open) dialog.close();
    }
    const hasOpen = dialogs.some(({ open }) => open);
    this.#observe(hasOpen || this.#suspended.size > 0);
    if (hasOpen) this.#unlockScroll ??= lockScroll();
    else this.#releaseScroll();
  };

  #suspend(dialog: HTMLDialogElement): void {
    this.#suspended.add(dialog);
    dialog.close();
  }

  /** Stops the event of a suspension, which fires when the dialog waits to be shown or is shown again. */
  readonly #onClose = (event: Event): void => {
    const dialog = event.target as HTMLDialogElement;
    if (dialog.open || this.#suspended.has(dialog)) event.stopPropagation();
    this.#settle();
  };

  /** A subtree that is hidden loses its size, and gets it back when it is shown. */
  #observe(isNeeded: boolean): void {
    if (isNeeded && !this.#visibility) {
      this.#visibility = new ResizeObserver(() => setTimeout(this.#settle));
      this.#visibility.observe(this.#element);
    } else if (!isNeeded && this.#visibility) {
      this.#visibility.disconnect();
      this.#visibility = undefined;
      this.#releaseScroll();
    }
  }

  #releaseScroll(): void {
    this.#unlockScroll?.();
    this.#unlockScroll = undefined;
  }
}

/** Elements that have rendered a dialog. */
const managed = new WeakSet<object>();

/** An attribute of a dialog in the template of a `LitElement`: keeps the dialog modal while it is visible. */
export const modal = directive(
  class extends Directive {
    override update({ options }: ElementPart) {
      const element = options?.host as LitElement;
      if (!managed.has(element)) new ModalDialogs(element);
      managed.add(element);
    }

    render() {
      return undefined;
    }
  },
);

function isGuarded(dialog: HTMLDialogElement): boolean {
  return dialog.hasAttribute('data-guarded');
}
