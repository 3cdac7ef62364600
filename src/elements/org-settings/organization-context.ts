import type { ResourceController } from '../../context/resource-controller.js';
import type { User } from '../../contract/me.js';
import type { Organization } from '../../contract/organization.js';
import type { FormController } from '../base/form-controller.js';
import type { PaneContext } from '../base/pane-context.js';
import type { en } from './en.js';

/** What saving, which is loaded on demand, is given by its pane. */
export interface OrganizationContext extends PaneContext<typeof en> {
  readonly form: FormController;
  readonly organization: ResourceController<Organization>;
  readonly me: ResourceController<User>;
  regionName(id: string): string;
}
