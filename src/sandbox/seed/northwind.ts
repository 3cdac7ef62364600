import { organizations } from '../db/tables.js';
import { type SeedOptions, type SeedTarget, seededPassword, seedWorkspace } from './seed-workspace.js';

/** The ids of Northwind Dental, the same at every seeding; the first one is the organization's. */
export function northwindIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    if (count === 1) return '0190aaaa-1111-7222-8333-444455556666';
    return `0190aaaa-2222-7333-8444-${count.toString(16).padStart(12, '0')}`;
  };
}

/** The accounts to sign in with, as a sentence for the terminal. */
export const northwindSignIn = `Sign in as ${['owner', 'admin', 'member']
  .map((name) => `${name}@northwind.example`)
  .join(', ')}; the password is ${seededPassword}`;

/** Creates Northwind Dental, unless it exists. */
export async function seedNorthwind(target: Omit<SeedTarget, 'newId' | 'now'>, options?: SeedOptions): Promise<void> {
  const isSeeded = (await target.store.get(organizations, northwindIds()())) !== undefined;
  if (!isSeeded) await seedWorkspace({ ...target, newId: northwindIds(), now: Date.now() }, options);
}
