import { ts } from '@ts-morph/common';

/** The TypeScript compiler that ts-morph carries, under the default export by which ts-blank-space asks for it. */
export default ts;
