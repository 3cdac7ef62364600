import { type Capability, capabilitiesOf } from '../../contract/roles.js';
import { dialogsEn } from './dialogs.en.js';
import type { UsersContext } from './users-context.js';

/** The context of the dialogs, menus and tabs of the users pane. */
export interface DialogsContext extends UsersContext {
  canChangeRoles(): boolean;
  canRemove(): boolean;
  /** Why the signed-in user can't resend or revoke invitations; empty if they can. */
  whyNotInvite(): string;
  /** Refetches the user's permissions, after the server refused a request. Announces a withdrawn permission. */
  recheck(): Promise<void>;
}

/** Extends the pane's context by the members that only the lazily loaded parts need. */
export function dialogsContext(context: UsersContext): DialogsContext {
  const { pane } = context;
  const can = (capability: Capability) => capabilitiesOf(context.me()).has(capability);
  const canNow = (capability: Capability, operation: string) =>
    pane.state === 'ready' && !pane.readonly && can(capability) && !!context.session()?.client.offers(operation);
  return {
    ...context,
    canChangeRoles: () => canNow('users:update_role', 'changeUserRole'),
    canRemove: () => canNow('users:remove', 'removeUser'),
    whyNotInvite: () => {
      if (pane.readonly) return context.shared().t('readonly');
      return can('users:invite') ? '' : context.locale().sibling(dialogsEn).t('mayNotInvite');
    },
    recheck: async () => {
      await pane.refresh();
      await pane.updateComplete;
      if (can('users:update_role') || (pane.renderRoot as ShadowRoot).activeElement) return;
      context.announce(context.locale().sibling(dialogsEn).t('mayNotChange')); // the dialog that had the focus is gone
      pane.focus();
    },
  };
}
