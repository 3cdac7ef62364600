// The script of every page of the documentation. Pages can be read without it.
import { addCopyButtons } from './copy.js';
import { foldMenu } from './menu.js';
import { startSearch } from './search.js';
import { makeTabs } from './tabs.js';

makeTabs();
addCopyButtons();
foldMenu();
startSearch();
