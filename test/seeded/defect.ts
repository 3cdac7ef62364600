/** A defect that the tests must notice: a piece of a source file, and its replacement. */
export interface Defect {
  /** Short and unique; printed with the outcome. */
  readonly id: string;
  /** The effect that a user would see. */
  readonly breaks: string;
  /** The path of the source file, from the root of the repository. */
  readonly file: string;
  /** Text that the file contains exactly once. */
  readonly find: string;
  readonly replace: string;
  /** Test files of which one must fail: of browser tests, or of tests under Node. */
  readonly tests: readonly string[];
}
