/** An action that a user may be allowed to do. The kit defines the spelling `resource:action` (docs/contract.md 8). */
export type Capability =
  | 'organization:read'
  | 'organization:update'
  | 'api_keys:read'
  | 'api_keys:create'
  | 'api_keys:delete'
  | 'users:read'
  | 'users:invite'
  | 'users:remove'
  | 'users:update_role'
  | 'integrations:read'
  | 'integrations:manage';

const readable = ['organization:read', 'users:read', 'integrations:read'];
const manageable = [
  ...readable,
  ...['organization:update', 'api_keys:read', 'api_keys:create', 'api_keys:delete'],
  ...['users:invite', 'users:remove', 'users:update_role', 'integrations:manage'],
];

/**
 * The capabilities of a user: `permissions` if the server uses the kit's spelling, else the defaults of the role. An
 * unknown role counts as MEMBER; without a user, there are no capabilities. Use them only to decide what to enable: the
 * server decides what is allowed (docs/contract.md 8).
 */
export function capabilitiesOf(
  user: { role: string; permissions?: string[] | undefined } | undefined,
): ReadonlySet<string> {
  if (!user) return new Set();
  const { permissions } = user;
  if (permissions?.some((permission) => manageable.includes(permission))) return new Set(permissions);
  return new Set(['OWNER', 'ADMIN', 'SUPERADMIN'].includes(user.role) ? manageable : readable);
}

/** The roles to choose from if a server lists none (docs/contract.md 8). */
export const defaultRoles = ['OWNER', 'ADMIN', 'MEMBER'] as const;
