/** Replaces the link "Menu", which jumps to the navigation, by a button that folds the navigation on narrow screens. */
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
    navigation.classList.toggle('unfolded', !isFolded); // unfolded, it is above the page; without a script it is below
    button.ariaExpanded = String(!isFolded);
  };
  fold(true);
  button.addEventListener('click', () => fold(button.ariaExpanded === 'true'));
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || button.ariaExpanded !== 'true') return;
    fold(true);
    button.focus();
  });

  // Scrolls the list to the current page without scrolling the page itself.
  const current = navigation.querySelector<HTMLElement>('[aria-current]');
  if (current && navigation.scrollHeight > navigation.clientHeight) {
    navigation.scrollTop = current.offsetTop - navigation.clientHeight / 2;
  }
}
