/** How many of the commonest count, of those long enough to be allowed at all. */
const howMany = 3000;

const shortest = 8;

let loading: Promise<ReadonlySet<string>> | undefined;

/** Whether a password is among the commonest, in whatever case. The list is large, so it's loaded when first needed. */
export async function isCommonPassword(password: string): Promise<boolean> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return (await loading).has(password.toLowerCase());
}

async function load() {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const byRank = dictionary['passwords-common'].filter((password) => [...password].length >= shortest);
  return new Set(byRank.slice(0, howMany));
}
