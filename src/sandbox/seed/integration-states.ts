import * as z from 'zod/mini';
import type { IntegrationTarget } from '../ghl/ghl-connection.js';
import { calcomStates, linkCalcomAgents, setCalcom } from './calcom-states.js';
import { ghlStates, setGhl } from './ghl-states.js';

/** The body of `POST /__sandbox/integrations`: the wanted states. An integration that is left out keeps its state. */
export const integrationStates = z.strictObject({
  ghl: z.optional(z.enum(ghlStates)),
  calcom: z.optional(calcomStates),
});
export type IntegrationStates = z.infer<typeof integrationStates>;

/** Sets the states of an organization's integrations. */
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
