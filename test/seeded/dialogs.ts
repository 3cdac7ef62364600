import type { Defect } from './defect.js';

const dialogs = ['test/ui/dialogs.test.ts'];

export const defects: readonly Defect[] = [
  {
    file: 'src/ui/dialog.ts',
    tests: dialogs,
    id: 'dialog-late-close',
    breaks: 'the close event of one dialog, which comes late, closes the next one',
    find: '(event.currentTarget as Element).parentNode && closed()',
    replace: 'closed()',
  },
  {
    file: 'src/ui/dialog.ts',
    tests: dialogs,
    id: 'dialog-escape-drops-secret',
    breaks: 'Escape closes a dialog that shows a new key for the only time',
    find: 'if (isGuarded) refused?.();\n    else closeDialog(event);',
    replace: 'closeDialog(event);',
  },
  {
    file: 'src/ui/confirmation.ts',
    tests: dialogs,
    id: 'confirmation-cancel-while-pending',
    breaks: 'Cancel closes the dialog while the deletion is under way',
    find: 'isPending || (cancelled ?? closeDialog)(event)',
    replace: '(cancelled ?? closeDialog)(event)',
  },
  {
    file: 'src/ui/confirmation.ts',
    tests: dialogs,
    id: 'confirmation-silent-error',
    breaks: 'a screen reader does not say why the deletion failed',
    find: '<p class="error" role="alert">',
    replace: '<p class="error">',
  },
  {
    file: 'src/ui/scroll-lock.ts',
    tests: dialogs,
    id: 'scroll-lock-released-twice',
    breaks: 'the page scrolls behind a second dialog once the first one is gone',
    find: 'if (isReleased) return;',
    replace: '',
  },
  {
    file: 'src/ui/scroll-lock.ts',
    tests: dialogs,
    id: 'scroll-lock-overflow-of-page',
    breaks: 'a page that never scrolls begins to, after a dialog was open',
    find: 'style.overflow = lock.overflow;',
    replace: "style.overflow = '';",
  },
];
