import type { ResourceController } from '../../context/resource-controller.js';
import type { User } from '../../contract/me.js';
import type { Organization } from '../../contract/organization.js';
import type { FormController } from '../base/form-controller.js';
import type { PaneContext } from '../base/pane-context.js';
import type { en } from './en.js';

/** The context of the lazily loaded form parts of the organization pane. */
export interface OrganizationContext extends PaneContext<typeof en> {
  readonly form: FormController;
  readonly organization: ResourceController<Organization>;
  readonly me: ResourceController<User>;
  regionName(id: string): string;
}
