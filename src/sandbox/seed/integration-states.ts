import * as z from 'zod/mini';
import type { ConnectingPorts } from '../ghl/ghl-connection.js';
import { calcomStates, seedCalcomAgents, setCalcom } from './calcom-states.js';
import { ghlStates, setGhl } from './ghl-states.js';

/** What a workspace's integrations are to be like, as `POST /__sandbox/integrations` takes it; one left out stays. */
export const integrationStates = z.strictObject({
  ghl: z.optional(z.enum(ghlStates)),
  calcom: z.optional(calcomStates),
});
export type IntegrationStates = z.infer<typeof integrationStates>;

/** Brings a workspace's integrations into states. */
export async function setIntegrations(ports: ConnectingPorts, { ghl, calcom }: IntegrationStates): Promise<void> {
  if (ghl !== undefined) await setGhl(ports, ghl);
  if (calcom !== undefined) await setCalcom(ports, calcom);
}

/** The integrations of every seeded workspace that isn't empty. */
export async function seedIntegrations(ports: ConnectingPorts): Promise<void> {
  const calcom = ['Front desk', 'Surgery B'].map((account_name) => ({ account_name, status: 'active' as const }));
  await setIntegrations(ports, { ghl: 'active', calcom });
  await seedCalcomAgents(ports);
}
