import { css } from 'lit';

/**
 * The design tokens. Host pages set the public ones (`--agni-…`), which are inherited; the kit's styles read the private
 * ones (`--_…`). Colors follow the `color-scheme` in force. Lengths follow the reader's root font size down to a minimum,
 * so that a host's `html { font-size: 62.5% }` shrinks neither text nor controls; `em` is the text size of the host there.
 */
export const tokens = css`
  :host {
    --_bg: var(--agni-color-bg, light-dark(#fff, #121214));
    --_surface: var(--agni-color-surface, light-dark(#f6f6f7, #1b1b1f));
    --_text: var(--agni-color-text, light-dark(#1b1b1f, #ececf0));
    --_muted: var(--agni-color-muted, light-dark(#5d5d68, #a2a2ae));
    --_border: var(--agni-color-border, light-dark(#e2e2e7, #2e2e35));
    --_accent: var(--agni-color-accent, light-dark(#1f1f24, #ececf0));
    --_on-accent: var(--agni-color-on-accent, light-dark(#fff, #121214));
    --_danger: var(--agni-color-danger, light-dark(#b42318, #ff8f80));
    --_success: var(--agni-color-success, light-dark(#15703a, #5fd18d));
    --_warning: var(--agni-color-warning, light-dark(#8f5300, #f0b34a));
    --_focus: var(--agni-color-focus, light-dark(#2f62e8, #86a8ff));
    /* The border of a control needs a contrast of 3:1, so it is darker than a divider. */
    --_edge: color-mix(in srgb, var(--_text) 54%, var(--_bg));
    --_size: var(--agni-font-size, max(0.875rem, min(0.875em, 14px), 12px));
    --_small: max(0.93em, 12px);
    --_tiny: max(0.857em, 12px);
    --_radius: var(--agni-radius, 7px);
    --_space: var(--agni-space, max(0.25rem, 4px));
    --_height: var(--agni-control-height, max(2.125rem, 34px));
    --_target: max(1.5rem, 24px); /* least height of what can be pressed */
    --_form-width: 40em;
  }
`;
