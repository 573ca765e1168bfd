import fc from 'fast-check';

// Property tests try the same cases on every run, so that a test that fails fails for everybody; `FUZZ=1 npm test`
// tries new ones.
if (process.env.FUZZ === undefined) fc.configureGlobal({ seed: 20_240_208 });
