/** A defect that the tests must notice: one piece of a source, and what stands there instead. */
export interface Defect {
  /** Short and unique; printed with the outcome. */
  readonly id: string;
  /** What a user would see. */
  readonly breaks: string;
  /** The source, named from the root of the repository. */
  readonly file: string;
  /** Text that the file holds exactly once. */
  readonly find: string;
  readonly replace: string;
  /** Test files of which one must fail: of browser tests, or of tests under Node. */
  readonly tests: readonly string[];
}
