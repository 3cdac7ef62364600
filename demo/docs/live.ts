// The live panes of the documentation: an element on a sandbox in the page, in the state that the user chooses.
import 'agni-settings/all';
import { createSandbox, type Sandbox } from 'agni-settings/sandbox';

type Choices = Readonly<Record<string, (place: HTMLElement) => void>>;

/** Creates the sandbox of each choice, by the label of the choice. */
const data: Readonly<Record<string, () => Sandbox>> = {
  'An owner': () => createSandbox(),
  'An admin': () => createSandbox().as('ADMIN'),
  'A member': () => createSandbox().as('MEMBER'),
  'A new workspace': () => createSandbox({ empty: true }),
  '1,000 users': () => createSandbox({ users: 1000 }),
  'Nobody signed in': () => createSandbox().as(null),
};

const colors: Choices = {
  'As the page': (place) => place.querySelector('agni-provider')?.removeAttribute('theme'),
  Light: (place) => place.querySelector('agni-provider')?.setAttribute('theme', 'light'),
  Dark: (place) => place.querySelector('agni-provider')?.setAttribute('theme', 'dark'),
};

for (const place of document.querySelectorAll<HTMLElement>('[data-live]')) {
  if (isSecureContext) show(place);
  else
    place.textContent = "The live pane needs HTTPS or localhost, because the sandbox uses the browser's cryptography.";
}

function show(place: HTMLElement) {
  const pane = document.createElement('div');
  pane.className = 'pane';
  const log = eventLog(pane);
  const fill = (makeSandbox: () => Sandbox) => {
    const provider = document.createElement('agni-provider');
    provider.fetch = makeSandbox().fetch;
    provider.append(document.createElement(place.dataset.live ?? ''));
    pane.replaceChildren(provider);
  };
  const tools = document.createElement('div');
  tools.className = 'choices';
  const paint = select('Colors', colors, place);
  const see = (makeSandbox: () => Sandbox) => {
    fill(makeSandbox);
    paint.apply();
  };
  const seen = Object.entries(data).map(([name, makeSandbox]) => [name, () => see(makeSandbox)] as const);
  const viewer = select('Seen by', Object.fromEntries(seen), place);
  tools.append(viewer.label, paint.label);
  place.replaceChildren(tools, pane, log);
  viewer.apply();
}

/** A labelled select field; `apply` applies the chosen option. */
function select(text: string, choices: Choices, place: HTMLElement) {
  const label = document.createElement('label');
  const field = document.createElement('select');
  field.append(...Object.keys(choices).map((name) => new Option(name)));
  label.append(text, ' ', field);
  const apply = () => choices[field.value]?.(place);
  field.addEventListener('change', apply);
  return { label, apply };
}

/** Lists the events that a host receives from the element, the newest first. */
function eventLog(pane: HTMLElement) {
  const log = document.createElement('details');
  const summary = document.createElement('summary');
  const list = document.createElement('ol');
  summary.textContent = 'Events';
  log.append(summary, list);
  for (const name of eventNames()) {
    pane.addEventListener(name, (event) => {
      const item = document.createElement('li');
      const code = document.createElement('code');
      code.textContent = name;
      const { detail } = event as CustomEvent;
      item.append(code, detail ? ` ${JSON.stringify(detail)}` : '');
      list.prepend(item);
      list.children[19]?.remove();
      summary.textContent = `Events (${list.childElementCount})`;
    });
  }
  return log;
}

/** Event names from the page's table, which is generated from the manifest. */
function eventNames() {
  const table = document.querySelector('#events + .scroll');
  return [...(table?.querySelectorAll('td:first-child code') ?? [])].map(({ textContent }) => textContent ?? '');
}
