import { AgniCalcom } from '../elements/calcom/agni-calcom.js';
import { AgniGhl } from '../elements/ghl/agni-ghl.js';
import { AgniIntegrations } from '../elements/integrations/agni-integrations.js';
import { register } from './register.js';

register({ 'agni-ghl': AgniGhl, 'agni-calcom': AgniCalcom, 'agni-integrations': AgniIntegrations });

export { AgniProvider } from '../context/agni-provider.js';
export { AgniCalcom, AgniGhl, AgniIntegrations };
