/** On narrow screens the navigation folds behind the link "Menu", which without a script leads to it. */
export function foldMenu(): void {
  const link = document.querySelector('a.menu') as HTMLAnchorElement;
  const navigation = document.querySelector('#navigation') as HTMLElement;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'menu';
  button.textContent = 'Menu';
  button.setAttribute('aria-controls', navigation.id);
  link.replaceWith(button);

  const fold = (isFolded: boolean) => {
    navigation.classList.toggle('folded', isFolded);
    navigation.classList.toggle('unfolded', !isFolded); // above the page; without a script it stands below
    button.ariaExpanded = String(!isFolded);
  };
  fold(true);
  button.addEventListener('click', () => fold(button.ariaExpanded === 'true'));
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || button.ariaExpanded !== 'true') return;
    fold(true);
    button.focus();
  });

  // The current page is in view, also far down the list; the page itself does not scroll.
  const current = navigation.querySelector<HTMLElement>('[aria-current]');
  if (current && navigation.scrollHeight > navigation.clientHeight) {
    navigation.scrollTop = current.offsetTop - navigation.clientHeight / 2;
  }
}
