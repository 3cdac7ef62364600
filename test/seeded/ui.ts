import type { Defect } from './defect.js';

const pager = { file: 'src/ui/pager.ts', tests: ['test/ui/pager.test.ts'] };

export const defects: readonly Defect[] = [
  {
    ...pager,
    id: 'pager-past-the-end',
    breaks: 'an empty page after the rows of the last page were deleted',
    find: 'Math.min(page, last)',
    replace: 'page',
  },
  {
    ...pager,
    id: 'pager-next-on-last-page',
    breaks: 'Next leads past the last page',
    find: 'current < last ?',
    replace: 'current <= last ?',
  },
  {
    ...pager,
    id: 'pager-last-row',
    breaks: 'the last page counts rows that are not there',
    find: 'Math.min(start + pageSize, total)',
    replace: 'start + pageSize',
  },
  {
    ...pager,
    id: 'pager-single-page',
    breaks: 'a pager below a list of one page',
    find: 'if (!last) return nothing;',
    replace: '',
  },
];
