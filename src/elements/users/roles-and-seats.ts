import { ResourceController } from '../../context/resource-controller.js';
import type { User } from '../../contract/me.js';
import { capabilitiesOf, defaultRoles } from '../../contract/roles.js';
import type { ApiSession } from '../../resources/api-session.js';
import { organizationResource } from '../../resources/organization.js';
import { ownersResource } from '../../resources/owners.js';
import type { Resource } from '../../resources/resource.js';
import { rolesResource } from '../../resources/roles.js';
import { usageResource } from '../../resources/usage.js';
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

  constructor({ pane, session, locale }: UsersContext) {
    this.#locale = locale;
    const follow = <T>(select: (session: ApiSession) => Resource<T>) => {
      const controller = new ResourceController(pane, select);
      controller.onSessionChange(session()); // the pane informed its observers before
      return controller;
    };
    this.#roles = follow((in_) => in_.use(rolesResource).list);
    this.#owners = follow((in_) => in_.use(ownersResource).owners);
    this.#successors = follow((in_) => in_.use(ownersResource).successors);
    this.#seats = follow((in_) => in_.use(usageResource).seats);
    this.#organization = follow((in_) => in_.use(organizationResource).current);
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
