/** What telling a story takes, as one module: see `judging.ts`. */
export { introduce } from './demo-introduction.js';
export { takeFromEmulator } from './demo-source.js';
export { findStory, readStories, readStorySnapshot } from './stories.js';
