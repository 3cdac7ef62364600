import type { User } from '../../contract/me.js';
import { fullName } from '../../resources/full-name.js';
import type { AssignableRole } from '../../resources/user-mutations.js';
import type { MenuItem } from '../../ui/menu.js';
import type { DialogsWords } from './dialogs.lazy.js';
import type { DialogsContext } from './dialogs-context.js';
import type { RolesAndSeats } from './roles-and-seats.js';

/** Functions that open the dialogs of a menu's actions. */
interface UserActions {
  changeRole(user: User, proposed?: AssignableRole): void;
  remove(user: User): void;
}

/** The actions for a user. An action that is not possible has a `blockedReason`. */
export function userMenu(
  user: User,
  context: DialogsContext,
  { owners, successors }: Pick<RolesAndSeats, 'owners' | 'successors'>,
  { t }: DialogsWords,
  actions: UserActions,
): MenuItem[] {
  const me = context.me();
  const canChange = context.canChangeRoles();
  const blocked = blockedReasonOf(user, me, owners?.length);
  const reason = blocked && t(`reason.${blocked}`);
  const canPromote = blocked === 'lastOwner' && canChange && me?.role === 'OWNER';
  return [
    {
      label: t('changeRole'),
      blockedReason: canChange ? reason : t('changingOff'),
      select: () => actions.changeRole(user),
    },
    ...(canPromote ? successors : []).map((successor) => ({
      label: t('makeOwner', { name: fullName(successor) }),
      select: () => actions.changeRole(successor, 'OWNER'),
    })),
    {
      label: t('remove'),
      isDanger: true,
      blockedReason: removalReason(),
      select: () => actions.remove(user),
    },
  ];

  function removalReason(): string | undefined {
    if (!context.canRemove()) return t('removingOff');
    return user.id === me?.id ? t('reason.self') : reason;
  }
}

/**
 * Why `me` can't change or remove a user, as far as the browser knows (docs/contract.md 8); the server decides.
 * `owners`: how many owners can sign in, if known.
 */
function blockedReasonOf(user: User, me: User | undefined, owners: number | undefined) {
  if (user.role !== 'OWNER') return undefined;
  if (me?.role === 'ADMIN') return 'owner';
  return owners === 1 && user.status !== 'DISABLED' ? 'lastOwner' : undefined;
}
