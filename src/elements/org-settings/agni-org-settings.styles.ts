import { css } from 'lit';

export const styles = css`
  /* As high as what comes, so that nothing below it moves. */
  .skeleton {
    min-block-size: 62em;
  }
`;
