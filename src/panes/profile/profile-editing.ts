import type { FormController } from '../../context/form-controller.js';
import type { ResourceController } from '../../context/resource-controller.js';
import type { User } from '../../contract/me.js';
import { profileChange } from '../../contract/profile-change.js';
import { emit, type PersonDetail } from '../../events.js';
import { fullName } from '../../resources/people.js';
import { saveProfile } from '../../resources/profile-change.js';
import type { Desk } from '../desk.js';
import { FormSaving } from '../form-saving.js';
import type { en } from './en.js';

/** What saves the name of the signed-in person: loaded once there is something to see. */
export function profileSaving(desk: Desk<typeof en>, form: FormController, me: ResourceController<User>) {
  const subject = (): PersonDetail => {
    const { id, email, role } = me.value as User;
    return { id, name: fullName(me.value as User), email, role };
  };
  return new FormSaving(desk, form, {
    schema: profileChange,
    body: (edits) => Object.fromEntries([...edits].map(([field, text]) => [field, text.trim()])),
    announcement: () => ({ before: 'agni-before-update-profile', detail: subject() }),
    send: saveProfile,
    saved: () => emit(desk.pane, 'agni-profile-updated', subject()),
    shown: () => me.state,
  });
}
