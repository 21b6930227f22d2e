import { Command } from 'commander';
import { narrowedReads, selectRules } from '../input/rule-selection.js';
import { findStory, readStories, readStorySnapshot, type Story } from '../input/stories.js';
import { takeFromEmulator } from '../input/take-from-emulator.js';
import { addReportOptions, type ReportFlags } from '../options/report-options.js';
import { introduce } from '../output/demo-introduction.js';
import { parseOutputs } from '../output/outputs.js';
import { reportOn } from '../output/report-on.js';
import { saveSnapshot } from '../output/saved-snapshot.js';

/**
 * Tells a story: scans the server that answers from it, and reports.
 * @param folder of the stories
 * @param name of the story; the default one when absent
 */
export async function demo(folder: URL, name: string | undefined, given: ReportFlags): Promise<void> {
  const stories = await readStories(folder);
  const story = findStory(stories, name);
  const flags = withArguments(story, given);
  const outputs = parseOutputs(flags);
  const rules = selectRules(flags);
  if (flags.quiet !== true) introduce(story, name === undefined ? stories : [], flags.color);
  const served = await readStorySnapshot(folder, story);
  const snapshot = await takeFromEmulator(served, flags, narrowedReads(rules));
  if (flags.saveSnapshot !== undefined) saveSnapshot(snapshot, flags.saveSnapshot, flags);
  await reportOn(snapshot, `demo:${story.name}`, outputs, rules, flags);
}

/** What is given on the command line comes before what belongs to the story. */
function withArguments(story: Story, given: ReportFlags): ReportFlags {
  const own = addReportOptions(new Command(story.name).exitOverride())
    .parse(story.arguments, { from: 'user' })
    .opts<ReportFlags>();
  return { ...own, ...given };
}
