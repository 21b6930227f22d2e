/** What telling a story takes, as one module: see `judging.ts`. */

export { findStory, readStories, readStorySnapshot } from './input/stories.js';
export { takeFromEmulator } from './input/take-from-emulator.js';
export { introduce } from './output/demo-introduction.js';
