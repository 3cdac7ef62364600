/** A theme as the studio edits it. An empty text means the kit's default. */
export interface Theme {
  readonly mode: 'auto' | 'light' | 'dark';
  readonly accent: string;
  readonly background: string;
  /** Rounding of controls in pixels. */
  readonly radius: number;
  readonly density: 'cozy' | 'compact';
  readonly font: string;
}

export const defaultTheme: Theme = { mode: 'auto', accent: '', background: '', radius: 7, density: 'cozy', font: '' };

/** The public tokens that a theme sets; tokens with the kit's default value are left out. */
export function tokensOf({ accent, background, radius, density, font }: Theme): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>();
  if (accent) tokens.set('--agni-color-accent', accent);
  if (background) tokens.set('--agni-color-bg', background);
  if (radius !== defaultTheme.radius) tokens.set('--agni-radius', `${radius}px`);
  if (density !== defaultTheme.density) tokens.set('--agni-density', density);
  if (font) tokens.set('--agni-font-family', font);
  return tokens;
}

/** The theme as a rule of a style sheet. */
export function cssOf(theme: Theme): string {
  const scheme = theme.mode === 'auto' ? [] : [`color-scheme: ${theme.mode};`];
  const lines = [...scheme, ...[...tokensOf(theme)].map(([name, value]) => `${name}: ${value};`)];
  return ['agni-provider {', ...lines.map((line) => `  ${line}`), '}'].join('\n');
}

/** The theme as attributes of the provider, for a page without a style sheet of its own. */
export function attributesOf(theme: Theme): string {
  const style = [...tokensOf(theme)].map(([name, value]) => `${name}: ${value.replaceAll('"', "'")}`).join('; ');
  const attributes = [theme.mode === 'auto' ? '' : ` theme="${theme.mode}"`, style ? ` style="${style}"` : ''];
  return `<agni-provider${attributes.join('')}>`;
}

/** The theme as the fragment of an address, without `#`. */
export function hashOf(theme: Theme): string {
  const changed = Object.entries(theme).filter(([name, value]) => value !== defaultTheme[name as keyof Theme]);
  return new URLSearchParams(changed.map(([name, value]) => [name, String(value)])).toString();
}

/** Reads the theme from the fragment of an address; missing and invalid values become the kit's defaults. */
export function themeOf(hash: string): Theme {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  const text = (name: keyof Theme) => values.get(name) ?? '';
  const color = (name: keyof Theme) => (/^#[\da-f]{6}$/i.test(text(name)) ? text(name) : '');
  const radius = Number(values.get('radius') ?? defaultTheme.radius);
  return {
    mode: text('mode') === 'light' || text('mode') === 'dark' ? (text('mode') as 'light' | 'dark') : 'auto',
    accent: color('accent'),
    background: color('background'),
    radius: radius >= 0 && radius <= 24 ? radius : defaultTheme.radius,
    density: text('density') === 'compact' ? 'compact' : 'cozy',
    font: /^[\w\s,'"-]{0,120}$/.test(text('font')) ? text('font') : '',
  };
}
