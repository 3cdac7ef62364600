import { capabilitiesOf } from '../../contract/roles.js';

const described = {
  OWNER: 'Full control of the workspace, and the only role that can make another owner.',
  ADMIN: 'Manages settings, people, keys and integrations, but no owners.',
  MEMBER: 'Uses the workspace and sees its settings.',
};

/** The roles a person can have, with what each permits (docs/contract.md 8). */
export const roles = Object.entries(described).map(([id, description]) => ({
  id,
  name: `${id.slice(0, 1)}${id.slice(1).toLowerCase()}`,
  description,
  permissions: [...capabilitiesOf({ role: id })],
  is_assignable: true,
}));
