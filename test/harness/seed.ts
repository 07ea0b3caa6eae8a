// One seed for every property test, so that a run says the same thing twice. FUZZ_SEED=n looks elsewhere.

import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? 20_260_701) });
