/**
 * Reports nothing, and two frames later the result. A status that says the same words as before is then read out again:
 * browsers tell screen readers of texts once a frame, so one without the words has to come first.
 */
export async function reportAgain<Result>(
  report: (result?: Result) => void,
  result: Result | Promise<Result>,
): Promise<void> {
  report();
  const frame = () => new Promise(requestAnimationFrame);
  const [value] = await Promise.all([result, frame().then(frame)]);
  report(value);
}
