/** English words for the permissions of a role, in `<agni-invite-user>`. Keys in a host's messages: `invite.<key>`. */
export const roleHelpEn = {
  'roleHelp.OWNER': 'Can do everything, including making other users owners.',
  'roleHelp.ADMIN': 'Can manage settings, API keys, users and integrations.',
  'roleHelp.MEMBER': 'Can use the workspace and view its settings.',
} as const;
