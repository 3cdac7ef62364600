import { css } from 'lit';

export const styles = css`
  .cards,
  .skeleton {
    display: grid;
    grid-auto-rows: auto;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, max(20em, 34%)), 1fr)); /* two at most */
    gap: calc(4 * var(--_space));
  }
  .skeleton > i {
    block-size: 12.6em;
  }
  .cards > .card {
    grid-template-rows: 1fr auto;
  }
  ::slotted(*) {
    padding: calc(5 * var(--_space));
    border: var(--_line) solid var(--_border);
    border-radius: var(--_card-radius);
  }
  slot {
    display: contents;
  }
  .service {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(3 * var(--_space));
    margin-block-end: calc(3 * var(--_space));
  }
  .service .name {
    flex: auto;
    font-weight: 600;
  }
  .cards .ending {
    padding-block: calc(3 * var(--_space));
    border-end-start-radius: inherit;
    border-end-end-radius: inherit;
    background: var(--_surface);
  }
  /* Room for two lines beside the button, so that nothing moves when the counts arrive. */
  .cards .ending > p {
    flex: 1 1 6em;
    align-content: center;
    min-block-size: 2lh;
    font-size: var(--_small);
  }
  .ending span {
    white-space: nowrap;
  }
  .cards .ending > .bad {
    color: var(--_danger);
  }
  .path {
    display: flex;
    align-items: center;
    gap: var(--_space);
    margin-block-end: calc(3 * var(--_space));
    color: var(--_muted);
  }
  .path .icon:dir(rtl) {
    scale: -1 1;
  }
  .view:not(:defined) {
    display: none;
  }
`;
