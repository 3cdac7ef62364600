/** Adds a button to each block of code that copies it. Browsers allow copying on HTTPS and localhost only. */
export function addCopyButtons(): void {
  if (!navigator.clipboard) return;
  const status = document.createElement('div');
  status.role = 'status';
  status.className = 'visually-hidden';
  document.body.append(status);
  for (const block of document.querySelectorAll<HTMLElement>('figure.code')) block.append(copyButton(block, status));
}

function copyButton(block: HTMLElement, status: HTMLElement) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    const isCopied = await navigator.clipboard.writeText(block.querySelector('code')?.textContent ?? '').then(
      () => true,
      () => false, // the user or the page's frame does not allow it
    );
    button.textContent = isCopied ? 'Copied' : "Couldn't copy";
    status.textContent = isCopied ? 'Code copied.' : "Couldn't copy the code. Select it and copy it yourself.";
    button.addEventListener('blur', () => (button.textContent = 'Copy'), { once: true });
  });
  return button;
}
