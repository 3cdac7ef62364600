const made = new Map<string, object>();

/** A cached formatter of `Intl`: creating one takes longer than rendering the rest of a table cell. */
export function formatter<Format extends object, Options>(
  Kind: { readonly name: string; new (lang: string, options?: Options): Format },
  lang: string,
  options?: NoInfer<Options>,
): Format {
  const key = Kind.name + lang + JSON.stringify(options);
  const known = made.get(key) ?? new Kind(lang, options);
  made.set(key, known);
  return known as Format;
}
