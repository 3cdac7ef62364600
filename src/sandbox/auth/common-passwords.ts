/** Number of common passwords that are refused (OWASP ASVS 6.2.4), not counting those below the minimum length. */
const listSize = 3000;

const minLength = 8;

let loading: Promise<ReadonlySet<string>> | undefined;

/** Whether a password is one of the most common, ignoring case. The list is large, so the first call loads it. */
export async function isCommonPassword(password: string): Promise<boolean> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return (await loading).has(password.toLowerCase());
}

async function load() {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const ranked = dictionary['passwords-common'].filter((password) => [...password].length >= minLength);
  return new Set(ranked.slice(0, listSize));
}
