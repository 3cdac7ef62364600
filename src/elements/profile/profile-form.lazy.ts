import type { ResourceController } from '../../context/resource-controller.js';
import type { User } from '../../contract/me.js';
import { profileChange } from '../../contract/profile-change.js';
import { emit, type UserDetail } from '../../events.js';
import { fullName } from '../../resources/full-name.js';
import { updateCurrentUser } from '../../resources/profile-mutations.js';
import type { FormController } from '../base/form-controller.js';
import { FormSaver } from '../base/form-saver.js';
import type { PaneContext } from '../base/pane-context.js';
import type { en } from './en.js';

export { saveBars } from '../../theme/save-bars.js';

/** Saves the name of the signed-in user. Loaded once the pane shows data. */
export function profileSaving(context: PaneContext<typeof en>, form: FormController, me: ResourceController<User>) {
  const subject = (): UserDetail => {
    const { id, email, role } = me.value as User;
    return { id, name: fullName(me.value as User), email, role };
  };
  return new FormSaver(context, form, {
    schema: profileChange,
    body: (edits) => Object.fromEntries([...edits].map(([field, text]) => [field, text.trim()])),
    announcement: (changes) => ({ before: 'agni-before-update-profile', detail: { ...subject(), changes } }),
    send: updateCurrentUser,
    saved: () => emit(context.pane, 'agni-profile-updated', subject()),
    shown: () => me.state,
  });
}
