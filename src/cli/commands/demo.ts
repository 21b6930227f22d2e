import { Command } from 'commander';
import type { Story } from '../input/stories.js';
import { addReportOptions, type ReportFlags } from '../options/report-options.js';
import { examples } from './examples.js';

/**
 * Adds `isocheck demo`, which tells a story: a whole scan, through the Azure SDKs, of a server in this process.
 * @param stories the folder that they lie in
 */
export function addDemoCommand(program: Command, stories: URL): void {
  const command = program
    .command('demo')
    .summary('a whole scan without Azure')
    .description(
      'Scans a server inside isocheck, through the Azure SDKs: a whole scan without Azure or an account.',
    )
    .argument('[story]', 'which one; without it they are listed and the default one is told');
  addReportOptions(command);
  command.action((name: string | undefined, flags: ReportFlags) => demo(stories, name, flags));
  examples(command, [
    ['isocheck demo', 'lists the stories and tells the default one'],
    ['isocheck demo private -v', 'a workspace without a fault, with every check and every call'],
  ]);
}

async function demo(folder: URL, name: string | undefined, given: ReportFlags): Promise<void> {
  const [{ narrowedReads, parseOutputs, reportOn, saveSnapshot, selectRules }, telling] = await Promise.all([
    import('../judging.js'),
    import('../telling.js'),
  ]);
  const stories = await telling.readStories(folder);
  const story = telling.findStory(stories, name);
  const flags = withArguments(story, given);
  const outputs = parseOutputs(flags);
  const rules = selectRules(flags);
  if (flags.quiet !== true) telling.introduce(story, name === undefined ? stories : [], flags.color);
  const served = await telling.readStorySnapshot(folder, story);
  const snapshot = await telling.takeFromEmulator(served, flags, narrowedReads(rules));
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
