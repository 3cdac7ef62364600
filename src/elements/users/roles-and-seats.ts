import type { User } from '../../contract/me.js';
import { capabilitiesOf, defaultRoles } from '../../contract/roles.js';
import { organizationResource } from '../../resources/organization.js';
import { ownersResource } from '../../resources/owners.js';
import { rolesResource } from '../../resources/roles.js';
import { usageResource } from '../../resources/usage.js';
import { lateResource } from '../base/late-resource.js';
import { roleHelpEn } from '../base/role-help.en.js';
import type { UsersContext } from './users-context.js';

/** A role, with its permissions. */
export interface KnownRole {
  readonly id: string;
  readonly description: string | undefined;
  readonly permissions: readonly string[];
  readonly isAssignable: boolean;
}

/** Roles, owners and seats of the workspace. Each may be missing, and the pane does not wait for any of them. */
export class RolesAndSeats {
  readonly #roles;
  readonly #owners;
  readonly #successors;
  readonly #seats;
  readonly #organization;

  readonly #locale;

  constructor(context: UsersContext) {
    this.#locale = context.locale;
    this.#roles = lateResource(context, (session) => session.use(rolesResource).list);
    this.#owners = lateResource(context, (session) => session.use(ownersResource).owners);
    this.#successors = lateResource(context, (session) => session.use(ownersResource).successors);
    this.#seats = lateResource(context, (session) => session.use(usageResource).seats);
    this.#organization = lateResource(context, (session) => session.use(organizationResource).current);
  }

  get roles(): readonly KnownRole[] {
    const listed = this.#roles.value;
    if (!listed?.length) return defaultRoles.map((id) => knownRole({ id }));
    return listed.map(knownRole);
  }

  /** The description of a role: in the user's language for the default roles, else in the server's words. */
  describe({ id, description }: KnownRole): string | undefined {
    return this.#locale().sibling(roleHelpEn, 'invite').find(`roleHelp.${id}`) ?? description;
  }

  /** A role by its id. A role that isn't listed gets the default permissions of the contract. */
  role(id: string): KnownRole {
    return this.roles.find((role) => role.id === id) ?? knownRole({ id });
  }

  /** The owners who can sign in, if known. */
  get owners(): readonly User[] | undefined {
    return this.#owners.value;
  }

  /** Users who could become an owner, if there is only one. */
  get successors(): readonly User[] {
    return this.#successors.value ?? [];
  }

  /** Number of used seats, if known. */
  get seats(): number | undefined {
    return this.#seats.value;
  }

  /** Number of seats in the plan, if known. */
  get maxSeats(): number | undefined {
    return this.#organization.value?.max_members;
  }
}

function knownRole(role: {
  id: string;
  description?: string | undefined;
  permissions?: string[] | undefined;
  is_assignable?: boolean | undefined;
}): KnownRole {
  const { id, description, permissions, is_assignable } = role;
  return {
    id,
    description,
    permissions: permissions ?? [...capabilitiesOf({ role: id })],
    isAssignable: is_assignable !== false && defaultRoles.some((known) => known === id),
  };
}
