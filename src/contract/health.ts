import { endpoint } from './endpoint.js';
import { freeForm } from './wire.js';

/** Whether the server's process runs; it asks nothing of what stands behind it. */
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

/** Whether the server can do its work now, its database included. */
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
