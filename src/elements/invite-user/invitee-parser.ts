/** A person as a text names them; what the text leaves out is empty. */
export interface NamedUser {
  readonly email: string;
  readonly first_name: string;
  readonly last_name: string;
  /** In upper case; it may be no role at all. */
  readonly role: string;
}

type Column = 'email' | 'first' | 'last' | 'name' | 'role';

const headers: Readonly<Record<Column, RegExp>> = {
  email: /^(e-?mail|mail)( ?address)?$|^address$/i,
  first: /^(first|given|fore)[ _-]?names?$|^first$/i,
  last: /^(last|family|sur)[ _-]?names?$|^last$/i,
  name: /^((full|display)[ _-]?)?name$/i,
  role: /^role$/i,
};

/**
 * Reads people from a text as somebody has it at hand: lines, lines of a table (comma, semicolon or tab, quoted where
 * need be, with or without a line of headings), or addresses as mail programs write them, such as `Nia Okafor
 * <nia@northwind.example>`, one a line or many. Nothing is lost: what can't be understood comes as an address to be
 * corrected.
 */
export function readPeople(text: string): NamedUser[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim());
  const [first = ''] = lines;
  const columns = columnsOf(first);
  return lines.slice(columns ? 1 : 0).flatMap((line) => {
    if (columns) return [fromColumns(cellsOf(line, separatorOf(first)), columns)];
    const cells = cellsOf(line, separatorOf(line));
    return cells.filter(hasAddress).length > 1 || /<[^<>]*@/.test(line) ? fromAddressLine(line) : [fromCells(cells)];
  });
}

/** What each column holds, where the first line says so. */
function columnsOf(line: string): (Column | undefined)[] | undefined {
  const columns = cellsOf(line, separatorOf(line)).map((cell) =>
    (Object.keys(headers) as Column[]).find((column) => headers[column].test(cell)),
  );
  return columns.includes('email') ? columns : undefined;
}

function fromColumns(cells: readonly string[], columns: readonly (Column | undefined)[]): NamedUser {
  const of = (column: Column) => cells[columns.indexOf(column)] ?? '';
  const [first, last] = columns.includes('first') ? [of('first'), of('last')] : splitName(of('name') || of('last'));
  return user(of('email'), first, last, of('role'));
}

/** Cells without headings: the address is where the `@` is, a role is known by its word, the rest is the name. */
function fromCells(cells: readonly string[]): NamedUser {
  const email = cells.find(hasAddress);
  if (email === undefined) return user(cells.join(' '));
  const others = cells.filter((cell) => cell !== email && cell);
  const role = others.find((cell) => /^(owner|admin|member)$/i.test(cell)) ?? '';
  const names = others.filter((cell) => cell !== role);
  if (!names.length) return fromWords(email, role);
  const [first, last] = names.length > 1 ? [names[0] ?? '', names[1] ?? ''] : splitName(names[0] ?? '');
  return user(email, first, last, role);
}

/** One cell that holds everything: `Nia Okafor nia@northwind.example`, in any order, or an address alone. */
function fromWords(text: string, role = ''): NamedUser {
  const words = text.split(/\s+/);
  const email = words.find(hasAddress) ?? text;
  const [first, last] = splitName(words.filter((word) => word !== email).join(' '));
  return user(email, first, last, role);
}

/** Addresses as mail programs write them, several in a line. */
function fromAddressLine(line: string): NamedUser[] {
  const found: NamedUser[] = [];
  let name = ''; // a comma may stand within a name, as in `Okafor, Nia <…>`
  for (const piece of piecesOf(line, /[,;\t]/)) {
    const whole = name ? `${name}, ${piece}` : piece;
    const [, before = '', email = ''] = whole.match(/^(.*?)<\s*([^<>]*)>\s*$/s) ?? [];
    if (email) found.push(user(email, ...splitName(unquoted(before))));
    else if (hasAddress(piece)) found.push(...[name && user(name), fromWords(piece)].filter((one) => one !== ''));
    name = email || hasAddress(piece) ? '' : whole;
  }
  return name.trim() ? [...found, user(name)] : found;
}

function user(email: string, first_name = '', last_name = '', role = ''): NamedUser {
  const address = email
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(/^mailto:/i, '');
  const names = [first_name.trim(), last_name.trim()];
  const [first = '', last = ''] = names.some(Boolean) ? names : nameIn(address);
  return { email: address, first_name: first, last_name: last, role: role.trim().toUpperCase() };
}

/** The name that most addresses are made of: `nia.okafor@…` is Nia Okafor. A start, for somebody to look at. */
function nameIn(email: string): string[] {
  if (!hasAddress(email)) return [];
  const [local = ''] = email.split(/[@+]/);
  const words = local.split(/[._-]+|\d+/).filter(Boolean);
  return [words[0] ?? '', words.slice(1).join(' ')].map((name) =>
    name.replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase()),
  );
}

/** First and last name: what follows the last space is the last one; a comma turns them around. */
function splitName(name: string): [first: string, last: string] {
  const [before = '', after] = name.split(/,(.*)/s);
  if (after?.trim()) return [after.trim(), before.trim()];
  const words = before.trim().split(/\s+/);
  const last = words.length > 1 ? (words.pop() ?? '') : '';
  return [
    before
      .trim()
      .slice(0, before.trim().length - last.length)
      .trim(),
    last,
  ];
}

const separators = [/\t/, /;/, /,/];

/** What separates the cells of a line. */
function separatorOf(line: string): RegExp {
  return separators.find((separator) => piecesOf(line, separator).length > 1) ?? /,/;
}

/** Cells of a line, without the quotes around them. */
function cellsOf(line: string, separator: RegExp): string[] {
  return piecesOf(line, separator).map(unquoted);
}

/** Splits a line where a separator stands outside of quotes. Only what begins with a quote is quoted. */
function piecesOf(line: string, separator: RegExp): string[] {
  const pieces: string[] = [];
  let piece = '';
  let isQuoted = false;
  let mayQuote = true; // at its beginning, and right after a quote, which is a doubled one then
  for (const character of line) {
    const isQuote = character === '"';
    if (isQuote && (isQuoted || mayQuote)) isQuoted = !isQuoted;
    if (isQuoted || !separator.test(character)) {
      mayQuote = isQuote || (mayQuote && character === ' ' && !isQuoted);
      piece += character;
      continue;
    }
    pieces.push(piece.trim());
    piece = '';
    mayQuote = true;
  }
  // A quote that never ends is one of the text.
  return isQuoted ? [...pieces, ...piece.split(separator).map((rest) => rest.trim())] : [...pieces, piece.trim()];
}

function unquoted(cell: string): string {
  const text = cell.trim();
  return /^".*"$/s.test(text) && text.length > 1 ? text.slice(1, -1).replaceAll('""', '"') : text;
}

function hasAddress(text: string): boolean {
  return /[^\s@]@[^\s@]/.test(text);
}
