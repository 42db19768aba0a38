import { configure } from '@testing-library/react';

// A busy machine takes seconds where an idle one takes milliseconds; what never comes fails all the same.
configure({ asyncUtilTimeout: 8_000 });
