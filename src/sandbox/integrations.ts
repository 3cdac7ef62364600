import * as z from 'zod/mini';
import { type ConnectingPorts, ghlStates, setGhl } from './ghl-connecting.js';

/** What a workspace's integrations are to be like, as `POST /__sandbox/integrations` takes it; one left out stays. */
export const integrationStates = z.strictObject({
  ghl: z.optional(z.enum(ghlStates)),
});
export type IntegrationStates = z.infer<typeof integrationStates>;

/** Those of every seeded workspace that isn't empty. */
export const seededIntegrations: IntegrationStates = { ghl: 'active' };

/** Brings a workspace's integrations into states. */
export async function setIntegrations(ports: ConnectingPorts, { ghl }: IntegrationStates): Promise<void> {
  if (ghl !== undefined) await setGhl(ports, ghl);
}
