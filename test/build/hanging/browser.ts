// Only ../hanging.test.ts runs this file.
describe('a file', () => {
  it('has a test that passes', () => undefined);
  it('has a test that loops for ever', () => {
    for (;;);
  });
});
