import * as z from 'zod/mini';
import { holdsAddress } from './address-text.js';
import { checked } from './wire.js';

/** Refuses an email address in a name: a pasted list was split wrongly, or mails with the name would show a link. */
const noAddress = z.refine((name) => !holdsAddress(String(name)), { error: 'address' });

/** A first name in a request, without spaces around it. */
export const firstName = checked(z.string(), z.trim(), z.minLength(1), z.maxLength(80), noAddress);

/** A last name in a request; empty for users without one. */
export const lastName = checked(z.string(), z.trim(), z.maxLength(80), noAddress);
