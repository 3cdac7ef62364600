// Run by ../hanging.test.ts alone.
describe('a file', () => {
  it('has a test that passes', () => undefined);
  it('has a test that loops for ever', () => {
    for (;;);
  });
});
