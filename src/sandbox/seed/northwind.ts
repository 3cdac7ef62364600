import { organizations } from '../db/tables.js';
import { type SeedTarget, seedWorkspace } from './seed-workspace.js';

/** The ids of Northwind Dental, the same at every seeding; the first one is the organization's. */
export function northwindIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    if (count === 1) return '0190aaaa-1111-7222-8333-444455556666';
    return `0190aaaa-2222-7333-8444-${count.toString(16).padStart(12, '0')}`;
  };
}

/** Creates Northwind Dental, unless it exists. */
export async function seedNorthwind(target: Omit<SeedTarget, 'newId' | 'now'>): Promise<void> {
  const isSeeded = (await target.store.get(organizations, northwindIds()())) !== undefined;
  if (!isSeeded) await seedWorkspace({ ...target, newId: northwindIds(), now: Date.now() });
}
