/** English words of `<agni-org-settings>` that only its form needs, once something is edited. Keys in a host's messages: `organization.<key>`. */
export const formEn = {
  ownDomain: "Your own address is at {domain}, which isn't in this list.",
  usersOutside:
    'These users have an address at another domain: {users}. They keep their access; only new invitations are affected.',
  usersOutsideMore: '{users} and {count} more',
  usersOutsideUnknown: "We couldn't check which users have an address at another domain.",
  changeRegion: 'Change Region',
  changeRegionFrom: 'The region changes from {before} to {after}.',
  changeRegionEffect:
    'New data will be stored and calls will be handled in the new region. Existing data may stay in the old region.',
  'domain.address': '{name} (enter only the part after the @)',
  'domain.url': '{name} (enter only the domain, without https:// or a path)',
  'domain.dot': '{name} (add the ending, such as .com)',
  'domain.form': '{name} (not a valid domain)',
} as const;
