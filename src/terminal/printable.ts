/**
 * What could steer a terminal or deceive a reader: controls (C0, DEL, C1), format characters (bidirectional
 * overrides, zero-width and tag characters), line and paragraph separators, whatever else a terminal shows nothing
 * for, and halves of surrogate pairs.
 */
const INVISIBLE = '[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\p{Cs}]';
const UNPRINTABLE = new RegExp(INVISIBLE, 'gu');

/** The same but for the line feeds with which JSON is laid out: inside its strings they are escaped already. */
const UNPRINTABLE_IN_JSON = new RegExp(`(?!\\n)${INVISIBLE}`, 'gu');

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

/**
 * Replaces each character that is not visible by its code: ESC by `\u001b`, a tag character by `\u{e0041}`. Names,
 * messages and values from Azure go through it before they reach a terminal.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\u{${hex(code)}}` : `\\u${hex(code)}`;
  });
}

/**
 * Writes the same characters of a JSON document as JSON escapes: the document stays equal to what it was.
 * @param document what `JSON.stringify` gave
 */
export function printableJson(document: string): string {
  return document.replace(UNPRINTABLE_IN_JSON, (character) =>
    character
      .split('')
      .map((unit) => `\\u${hex(unit.charCodeAt(0))}`)
      .join(''),
  );
}
