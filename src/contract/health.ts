import { endpoint } from './endpoint.js';
import { freeForm } from './wire.js';

/** Tells that the server's process runs, whatever the state of its database (docs/contract.md 12). */
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

/** Tells whether the server can work now, its database included (docs/contract.md 12). */
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
