import type { Words } from '../../locales/locale.js';

/** English words for permissions. Keys in a host's messages: `shared.<key>`. */
export const permissionsEn = {
  permissions: 'Permissions',
  'permissions.organization': 'Organization',
  'permissions.api_keys': 'API keys',
  'permissions.users': 'Users',
  'permissions.integrations': 'Integrations',
  'permissions.other': 'Other',
  'permission.organization:read': 'View settings',
  'permission.organization:update': 'Edit settings',
  'permission.api_keys:read': 'View keys',
  'permission.api_keys:create': 'Create keys',
  'permission.api_keys:delete': 'Delete keys',
  'permission.users:read': 'View users',
  'permission.users:invite': 'Invite users',
  'permission.users:remove': 'Remove users',
  'permission.users:update_role': 'Change roles',
  'permission.integrations:read': 'View integrations',
  'permission.integrations:manage': 'Manage integrations',
} as const satisfies Words;
