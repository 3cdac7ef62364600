// The second copy of the kit for copies.test.ts, which loads this module from another address than the first copy.
import '../../src/define/all.js';

export { createClient } from '../../src/client/client.js';
export { define } from '../../src/define/define.js';
export { AgniOrgSettings } from '../../src/elements/org-settings/agni-org-settings.js';
