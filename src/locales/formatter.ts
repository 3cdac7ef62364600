const made = new Map<string, object>();

/** A formatter of `Intl`, kept for the next who asks: making one takes longer than all else in a cell of a table. */
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
