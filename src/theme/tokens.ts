import { css } from 'lit';

/**
 * The design tokens. Public ones (`--agni-…`) are set by hosts and inherited; private ones (`--_…`) are what styles
 * here read. Colours follow the `color-scheme` in force.
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
    /* Where a control is must show at 3:1, so its edge is darker than a divider. */
    --_edge: color-mix(in srgb, var(--_text) 54%, var(--_bg));
    --_size: var(--agni-font-size, 0.875rem);
    --_radius: var(--agni-radius, 7px);
    --_space: var(--agni-space, 0.25rem);
    --_height: var(--agni-control-height, 2.125rem);
  }
`;
