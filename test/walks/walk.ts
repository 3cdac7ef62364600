import { sendKeys } from '@web/test-runner-commands';
import fc from 'fast-check';
import type { AgniProvider } from '../../src/context/agni-provider.js';
import '../../src/define/provider.js';
import '../../src/define/settings.js';
import type { AgniSettings } from '../../src/elements/settings/agni-settings.js';
import { paneIds } from '../../src/elements/settings/navigation-items.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/create-sandbox.js';
import { user } from '../mount.js';
import { choices } from '../sandbox/fuzz/values.js';
import { UnreliableNetwork } from './network.js';
import { copyView, leaveDialogs, openCheckUp, readCards, restoreView, tryAgain } from './restore.js';
import {
  canBePressed,
  controlsIn,
  differenceOf,
  modalIn,
  nameOf,
  panesIn,
  screenOf,
  until,
  waitingIn,
} from './screen.js';

/** The number of actions in a walk. */
const steps = 25;

const ghlStates = ['active', 'none', 'token_invalid'] as const;

/**
 * One session of random presses, keys and typing in a hub whose network fails. A seed determines the choices, but the
 * available controls also depend on the speed of the browser, so a repeated walk may differ.
 */
export class Walk {
  readonly #random: ReturnType<typeof choices>;
  readonly #sandbox: Sandbox;
  readonly #network: UnreliableNetwork;
  readonly #providers: AgniProvider[] = [];
  /** The actions so far, for the message of a failure. */
  readonly trail: string[] = [];

  constructor(seed: number) {
    this.#random = choices(seed);
    const { one } = this.#random;
    const role = one(['OWNER', 'OWNER', 'ADMIN', 'MEMBER'] as const);
    this.#sandbox = createSandbox({ users: one([3, 8, 45]) }).as(role);
    if (this.#random.once(2)) this.#sandbox.integrations({ ghl: one(ghlStates), calcom: [] });
    this.#network = new UnreliableNetwork(this.#sandbox, choices(seed + 1_000_000), (write) => this.trail.push(write));
    this.trail.push(role);
  }

  #mount(fetch: typeof globalThis.fetch): AgniSettings {
    const provider = document.createElement('agni-provider');
    Object.assign(provider, { baseUrl: '/', authMode: 'cookie', fetch });
    const hub = document.createElement('agni-settings');
    provider.append(hub);
    document.body.append(provider);
    this.#providers.push(provider);
    return hub;
  }

  /** Waits until a hub shows all data that it has requested. */
  async #settled(hub: AgniSettings) {
    let frames = 0;
    await until(() => {
      const waiting = this.#network.pending ? `${this.#network.pending} requests without an answer` : waitingIn(hub);
      frames = waiting ? 0 : frames + 1;
      return waiting ?? (frames < 3 ? 'rendering' : undefined);
    }, hub);
  }

  /** Presses a control, types into a field, or chooses an option. */
  async #act(hub: AgniSettings) {
    const { once, one } = this.#random;
    if (once(25)) {
      this.trail.push('connection');
      return this.#network.toggle();
    }
    if (once(8)) {
      const press = one(['Escape', 'Tab', 'Enter', 'Space', 'ArrowDown', 'Home']);
      this.trail.push(press);
      return sendKeys({ press });
    }
    const found = controlsIn(modalIn(hub) ?? (once(4) ? hub : panesIn(hub)));
    for (let attempt = 0; attempt < 6 && found.length; attempt += 1) {
      const control = one(found);
      if (!canBePressed(control)) continue;
      if (control instanceof HTMLSelectElement) {
        const { text } = one([...control.options]);
        this.trail.push(`${nameOf(control)} = ${text}`);
        return user.choose(control, text.trim());
      }
      if (control.matches('textarea, input:not([type="checkbox"], [type="radio"], [type="file"])')) {
        const text = await this.#text(control);
        this.trail.push(`${nameOf(control)}: "${text.slice(0, 40)}"`);
        await user.fill(control, text);
        if (once(2)) await sendKeys({ press: 'Enter' });
        return;
      }
      if (control.matches('[type="file"]')) continue;
      this.trail.push(nameOf(control) || control.localName);
      return user.click(control);
    }
  }

  /** A text to type: often a suitable one for the field. */
  async #text(field: HTMLElement): Promise<string> {
    const { pick, once, one } = this.#random;
    const { type, name, autocomplete } = field as HTMLInputElement;
    if (once(5)) return pick(() => fc.oneof(fc.string(), fc.string({ unit: 'grapheme', maxLength: 200 })));
    if (type === 'password') return one([this.#sandbox.password, 'Lantern-quiet-88', 'wrong']);
    if (autocomplete === 'one-time-code') return this.#sandbox.code().catch(() => '123456');
    if (/mail/.test(name) || type === 'email') return `user${pick(fc.nat, 99)}@northwind.example`;
    const dialog = field.closest('dialog');
    const names = dialog ? [...dialog.querySelectorAll('bdi')].map((element) => element.textContent ?? '') : [];
    return one([...names, ...names, 'Nia', 'northwind.example', 'https://northwind.example', '', '12']);
  }

  async run() {
    const hub = this.#mount(this.#network.fetch);
    await until(() => (controlsIn(hub).length > 4 ? undefined : 'nothing to press'), hub);
    hub.pane = this.#random.one(paneIds);
    const visited = new Set<string>();
    for (let step = 0; step < steps; step += 1) {
      visited.add(hub.pane);
      await this.#act(hub);
      if (this.#random.once(2)) await new Promise((resolve) => setTimeout(resolve, this.#random.pick(fc.nat, 40)));
    }
    visited.add(hub.pane);
    this.#network.calm();
    this.trail.push('calm');
    const settle = () => this.#settled(hub);
    await settle();
    await leaveDialogs(hub, settle);
    hub.reset();
    for (const id of visited) {
      hub.pane = id;
      await settle();
      await openCheckUp(hub);
      await settle();
      await tryAgain(hub, settle);
      await readCards(hub);
      await restoreView(hub, settle);
    }
    // Mounted last, because a write may have waited for the network until now.
    const fresh = this.#mount(this.#sandbox.fetch);
    // Panes show data that other panes have read, so all panes are opened before the first comparison.
    for (const id of visited) {
      fresh.pane = id;
      await this.#settled(fresh);
      await openCheckUp(fresh);
      await this.#settled(fresh);
    }
    for (const id of visited) {
      hub.pane = id;
      fresh.pane = id;
      await this.#agrees(hub, fresh);
    }
  }

  /** Waits until the open pane has the same content as in a newly mounted hub. */
  async #agrees(hub: AgniSettings, fresh: AgniSettings) {
    copyView(hub, fresh);
    await this.#settled(fresh);
    await until(() => differenceOf(screenOf(panesIn(hub)), screenOf(panesIn(fresh))), hub);
  }

  end() {
    for (const provider of this.#providers) provider.remove();
    this.#network.remove();
  }
}
