/** What laying out text for a terminal takes, as one module: see `judging.ts`. */
export { paragraph, span, wholeLine } from '../reporters/text/block.js';
export { render } from '../reporters/text/render.js';
