// The live panes of the documentation: the elements on a sandbox in the page.
import 'agni-settings/all';
import { createSandbox } from 'agni-settings/sandbox';

for (const place of document.querySelectorAll<HTMLElement>('[data-live]')) {
  if (isSecureContext) show(place);
  else
    place.textContent = 'The live pane needs HTTPS or localhost, because the sandbox uses the browser’s cryptography.';
}

function show(place: HTMLElement) {
  const provider = document.createElement('agni-provider');
  provider.fetch = createSandbox().fetch;
  provider.append(document.createElement(place.dataset.live ?? ''));
  place.replaceChildren(provider);
}
