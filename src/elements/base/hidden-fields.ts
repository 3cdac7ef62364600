/** Some of the names of fields, each once, separated by spaces. */
export type FieldNames<All extends string, Name extends string = All> = Name extends string
  ? Name | `${Name} ${FieldNames<Exclude<All, Name>>}`
  : never;

/** What a field is called in `hide`. */
export function hiddenName(labelKey: string): string {
  return labelKey.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Whether `hide` names a field, alone or, as the hub's does, after its pane: `website`, `organization/website`. */
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
