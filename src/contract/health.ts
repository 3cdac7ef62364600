import { endpoint } from './endpoint.js';
import { freeForm } from './wire.js';

/** Reports that the server's process is running, whatever the state of its database (docs/contract.md 12). */
export const getHealth = endpoint({
  name: 'getHealth',
  method: 'GET',
  path: '/health',
  auth: 'none',
  basis: 'documented',
  section: '12',
  shape: 'bare',
  reply: freeForm,
});

/** Reports whether the server and its database are ready for requests (docs/contract.md 12). */
export const getReadiness = endpoint({
  name: 'getReadiness',
  method: 'GET',
  path: '/ready',
  auth: 'none',
  basis: 'documented',
  section: '12',
  shape: 'bare',
  reply: freeForm,
});
