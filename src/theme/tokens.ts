import { css } from 'lit';
import { colors } from './colors.js';

/**
 * The design tokens. Host pages set the public ones (`--agni-…`), which are inherited; the kit's styles read the private
 * ones (`--_…`). Lengths follow the root font size down to a minimum, so that a host's `html { font-size: 62.5% }`
 * shrinks neither text nor controls. In `--_size`, `em` is the text size of the host.
 */
const lengths = css`
  .pane {
    --_size: var(--agni-font-size, max(0.875rem, min(0.875em, 14px), 12px));
    --_small: max(0.93em, 12px);
    --_tiny: max(0.857em, 12px);
    --_code: var(--agni-font-family-code, ui-monospace, SFMono-Regular, Menlo, Consolas, monospace);
    --_heading-size: var(--agni-heading-size, 1.2857em);
    --_heading-weight: var(--agni-heading-weight, 600);
    --_radius: var(--agni-radius, 7px);
    --_card-radius: var(--agni-radius-card, calc(1.43 * var(--_radius)));
    --_line: var(--agni-border-width, 1px);
    --_shadow: var(--agni-shadow, 0 12px 40px rgb(0 0 0 / 24%));
    --_motion: var(--agni-motion, 140ms);
    --_space: var(--agni-space, max(0.25rem, 4px));
    --_height: var(--agni-control-height, max(2.125rem, 34px));
    --_row: max(3.25rem, 52px); /* least height of a row of a list or table */
    --_target: max(1.5rem, 24px); /* least height of a control */
    --_form-width: 34em; /* of fields; the frame around fields is as wide as the pane */
  }
  @container style(--agni-density: compact) {
    .pane {
      --_space: var(--agni-space, max(0.1875rem, 3px));
      --_height: var(--agni-control-height, max(1.75rem, 28px));
      --_row: max(2.5rem, 40px);
    }
  }
`;

export const tokens = [colors, lengths];
