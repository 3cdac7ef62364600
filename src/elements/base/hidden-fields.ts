/** `lastName` as `last-name`. */
export type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : '';

type SomeOf<All extends string, Name extends string = All> = Name extends string
  ? Name | `${Name} ${SomeOf<Exclude<All, Name>>}`
  : never;

/** The type of `hide` for an element with these labels: names of its fields, each at most once, separated by spaces. */
export type HiddenFields<Labels extends Readonly<Record<string, string>>> = '' | SomeOf<Kebab<Labels[keyof Labels]>>;

/** The name of a field in `hide`: {@link Kebab} of the key of its label. */
export function hiddenName(labelKey: string): string {
  return labelKey.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Whether `hide` names a field: as `website`, or in the hub after the pane's prefix, as `organization/website`. */
export function isHidden(hide: string | null | undefined, { prefix }: { prefix: string }, labelKey: string): boolean {
  const name = hiddenName(labelKey);
  return !!hide?.split(' ').some((one) => one === name || one === `${prefix}/${name}`);
}

/** The texts of a form without those of the fields that `hide` names. */
export function shownTexts<Labels extends Readonly<Record<string, string>>>(
  texts: Readonly<Record<keyof Labels, string>>,
  hide: string,
  words: { readonly prefix: string; readonly labels: Labels },
): Record<string, string> {
  const all = Object.entries<string>(texts);
  return Object.fromEntries(all.filter(([name]) => !isHidden(hide, words, words.labels[name] ?? '')));
}
