import { NotUniqueError, type Store } from '../db/store.js';
import { settings } from '../db/tables.js';
import { type Bytes, base64url, fromBase64url, type RandomBytes } from './digest.js';

/** Reads a secret of 32 bytes. */
export type ServerSecret = () => Promise<Bytes>;

/** A secret of the server, generated at its first use and stored, so that it survives a restart. */
export function serverSecret(store: Store, random: RandomBytes, name: string): ServerSecret {
  const load = async () => {
    const generated = base64url(random(32));
    const known = await store.get(settings, name);
    if (known) return fromBase64url(known.value);
    try {
      await store.insert(settings, { name, value: generated });
      return fromBase64url(generated);
    } catch (error) {
      const stored = error instanceof NotUniqueError && (await store.get(settings, name));
      if (!stored) throw error;
      return fromBase64url(stored.value); // another process was first
    }
  };
  let loading: ReturnType<ServerSecret> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined; // the next request tries again
      throw error;
    });
    return loading;
  };
}
