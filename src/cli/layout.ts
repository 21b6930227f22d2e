/** What laying out text for a terminal takes, as one module: see `judging.ts`. */
export { paragraph, span, wholeLine } from '../terminal/block.js';
export { render } from '../terminal/render.js';
