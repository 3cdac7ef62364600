// What copies.test.ts uses of a second copy of the kit. It is loaded from another address than the first copy.
import '../../src/define/all.js';

export { createClient } from '../../src/client/client.js';
export { define } from '../../src/define/define.js';
export { AgniOrgSettings } from '../../src/elements/org-settings/agni-org-settings.js';
