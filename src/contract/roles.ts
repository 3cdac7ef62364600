/** What a user may do. The spelling `resource:action` is ours (docs/contract.md 8). */
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
 * The capabilities of a user: `permissions` if the server uses our spelling, else the defaults of the role. A role that
 * is not known counts as MEMBER; where there is no user, there are no capabilities. Use it only to decide what to enable:
 * the server decides what is allowed (docs/contract.md 8).
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
