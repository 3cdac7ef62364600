import * as z from 'zod/mini';
import type { IntegrationTarget } from '../ghl/ghl-connection.js';
import { calcomStates, linkCalcomAgents, setCalcom } from './calcom-states.js';
import { ghlStates, setGhl } from './ghl-states.js';

/** The wanted integrations, as `POST /__sandbox/integrations` accepts them; one left out stays as it is. */
export const integrationStates = z.strictObject({
  ghl: z.optional(z.enum(ghlStates)),
  calcom: z.optional(calcomStates),
});
export type IntegrationStates = z.infer<typeof integrationStates>;

/** Brings an organization's integrations into the wanted states. */
export async function setIntegrations(target: IntegrationTarget, { ghl, calcom }: IntegrationStates): Promise<void> {
  if (ghl !== undefined) await setGhl(target, ghl);
  if (calcom !== undefined) await setCalcom(target, calcom);
}

/** Connects a seeded organization to both providers. */
export async function seedIntegrations(target: IntegrationTarget): Promise<void> {
  const calcom = ['Front desk', 'Surgery B'].map((account_name) => ({ account_name, status: 'active' as const }));
  await setIntegrations(target, { ghl: 'active', calcom });
  await linkCalcomAgents(target);
}
