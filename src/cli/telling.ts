/** What telling a story takes, as one module: see `judging.ts`. */

export { takeFromEmulator } from './input/demo-source.js';
export { findStory, readStories, readStorySnapshot } from './input/stories.js';
export { introduce } from './output/demo-introduction.js';
