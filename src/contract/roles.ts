/** What a signed-in person may do; `resource:action` is our spelling (docs/contract.md 8). */
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
 * The capabilities of a person: the server's list where it speaks our spelling, else the defaults of the role. An
 * unknown role counts as MEMBER. It only decides what to enable; the server stays the authority.
 */
export function capabilitiesOf(person: { role: string; permissions?: string[] | undefined }): ReadonlySet<string> {
  const { permissions } = person;
  if (permissions?.some((permission) => manageable.includes(permission))) return new Set(permissions);
  return new Set(['OWNER', 'ADMIN', 'SUPERADMIN'].includes(person.role) ? manageable : readable);
}

/** The roles where a server doesn't list any (docs/contract.md 8). */
export const defaultRoles = ['OWNER', 'ADMIN', 'MEMBER'] as const;
