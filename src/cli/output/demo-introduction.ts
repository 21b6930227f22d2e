import { type Block, paragraph, type Section, span, wholeLine } from '../../terminal/block.js';
import { render } from '../../terminal/render.js';
import { terminalOf } from '../../terminal/terminal.js';
import type { Story } from '../input/stories.js';

/**
 * Tells on standard error which story is told, and that Azure has nothing to do with it.
 * @param stories those to list before; none when the story was named
 */
export function introduce(story: Story, stories: readonly Story[], color: boolean): void {
  process.stderr.write(
    `${render([listOf(stories), about(story)], terminalOf(process.stderr, process.env, color))}\n`,
  );
}

function listOf(stories: readonly Story[]): Section {
  if (stories.length === 0) return [];
  const longest = Math.max(...stories.map(({ name }) => name.length));
  return [
    paragraph([span('Stories', 'strong'), span(' (isocheck demo STORY):')]),
    ...stories.map(
      ({ name, title }): Block =>
        paragraph([span(name.padEnd(longest), 'command'), span(`  ${title}`)], 2, longest + 4),
    ),
  ];
}

function about({ name, title, description, arguments: words }: Story): Section {
  return [
    paragraph([span(`${name}: `, 'strong'), span(title, 'strong')]),
    ...(description === '' ? [] : [paragraph([span(description)], 2)]),
    ...(words.length === 0 ? [] : [wholeLine([span(`Scanned with ${words.join(' ')}`)], 2)]),
    paragraph([span('A server inside isocheck answers; nothing of Azure is touched.', 'faint')], 2),
  ];
}
