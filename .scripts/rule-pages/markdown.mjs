/** @typedef {import('../../src/catalogue/rule-page.ts').RulePage} RulePage */
/** @typedef {import('../../src/catalogue/rule-page.ts').PagePart} PagePart */

/**
 * @param {RulePage} page
 * @returns {string} the page in Markdown
 */
export function toMarkdown(page) {
  return [
    `# \`${page.id}\``,
    escaped(page.title),
    page.inShort.map(({ name, value }) => `- **${name}**: ${escaped(value)}`).join('\n'),
    ...page.sections.flatMap(({ heading, parts }) => [`## ${heading}`, ...joined(parts)]),
    '---',
    `Generated from [the rule](../../../src/rules/${page.id}.ts), do not edit. [All rules](../README.md)`,
    '',
  ].join('\n\n');
}

/**
 * @param {readonly (readonly string[])[]} rows the first one is the head
 * @returns {string} a table in Markdown; its cells are Markdown already
 */
export function table([head = [], ...rows]) {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

/**
 * Text as Markdown shows it unchanged.
 *
 * @param {string} text
 * @returns {string}
 */
export function escaped(text) {
  return text.replace(/[\\`*<[\]]|(?<!\w)_|_(?!\w)/g, '\\$&');
}

/**
 * Sources next to each other are one list.
 *
 * @param {readonly PagePart[]} parts
 * @returns {string[]}
 */
function joined(parts) {
  const sources = parts.filter(({ kind }) => kind === 'source');
  return sources.length === parts.length ? [parts.map(partOf).join('\n')] : parts.map(partOf);
}

/**
 * @param {PagePart} part
 * @returns {string}
 */
function partOf(part) {
  switch (part.kind) {
    case 'text':
      return escaped(part.text);
    case 'list':
      return part.items.map((item) => `- \`${item}\``).join('\n');
    case 'code':
      return `\`\`\`${part.language}\n${part.code}\`\`\``;
    case 'source':
      return `- <${part.source.url}>, reviewed ${part.source.reviewed}`;
  }
}
