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
    --_on-danger: var(--agni-color-on-danger, var(--_bg));
    --_link: var(--agni-color-link, var(--_text));
    --_hover: var(--agni-color-hover, color-mix(in oklab, var(--_text) 5%, var(--_bg)));
    --_selected: var(--agni-color-selected, color-mix(in oklab, var(--_text) 9%, var(--_bg)));
    /* The border of a control needs a contrast of 3:1, so it is darker than a divider. */
    --_edge: var(--agni-color-control-border, color-mix(in srgb, var(--_text) 54%, var(--_bg)));
    --_code: var(--agni-font-family-code, ui-monospace, SFMono-Regular, Menlo, Consolas, monospace);
    --_size: var(--agni-font-size, max(0.875rem, min(0.875em, 14px), 12px));
    --_small: max(0.93em, 12px);
    --_tiny: max(0.857em, 12px);
    --_heading-size: var(--agni-heading-size, 1.2857em);
    --_heading-weight: var(--agni-heading-weight, 600);
    --_radius: var(--agni-radius, 7px);
    --_card-radius: var(--agni-radius-card, calc(1.43 * var(--_radius)));
    --_line: var(--agni-border-width, 1px);
    --_shadow: var(--agni-shadow, 0 12px 40px rgb(0 0 0 / 24%));
    --_backdrop: var(--agni-backdrop, rgb(0 0 0 / 45%));
    --_motion: var(--agni-motion, 140ms);
    --_space: var(--agni-space, max(0.25rem, 4px));
    --_height: var(--agni-control-height, max(2.125rem, 34px));
    --_target: max(1.5rem, 24px); /* least height of what can be pressed */
    --_form-width: 34em; /* of fields; what they stand in is as wide as the pane */
    --_row: max(3.25rem, 52px); /* least height of a row of a list or table */
  }
  @container style(--agni-density: compact) {
    .pane {
      --_space: var(--agni-space, max(0.1875rem, 3px));
      --_height: var(--agni-control-height, max(1.75rem, 28px));
      --_row: max(2.5rem, 40px);
    }
  }
`;
