import { css } from 'lit';

/** Circles with the initials of users. Each hue keeps 7:1 between letters and circle, in light and in dark. */
export const avatars = css`
  .avatar {
    --_hue: 290;
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2.2858em;
    block-size: 2.2858em;
    overflow: hidden;
    border-radius: 50%;
    /* Light on light backgrounds, dark on dark ones. */
    background: oklch(from var(--_bg) clamp(0.34, (l - 0.6) * 99, 0.93) 0.05 var(--_hue));
    color: oklch(from var(--_bg) clamp(0.36, (0.6 - l) * 99, 0.93) 0.08 var(--_hue));
    font-weight: 600;
    letter-spacing: 0.02em;
    white-space: nowrap;
  }
  .avatar::before {
    content: attr(data-initials);
  }
  [data-hue='1'] {
    --_hue: 40;
  }
  [data-hue='2'] {
    --_hue: 155;
  }
  [data-hue='3'] {
    --_hue: 235;
  }
  [data-hue='4'] {
    --_hue: 345;
  }
  [data-hue='5'] {
    --_hue: 85;
  }
  [data-hue='6'] {
    --_hue: 315;
  }
  [data-hue='7'] {
    --_hue: 125;
  }
`;
