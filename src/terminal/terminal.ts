/** What a stream can show. */
export interface Terminal {
  /** Columns. */
  readonly width: number;
  /** Whether to style with SGR escape sequences. */
  readonly color: boolean;
}

/** What is asked of a stream to know it. */
export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Where nobody tells how wide a terminal is. */
const USUAL_WIDTH = 80;

/**
 * What a stream can show. COLUMNS comes before the terminal's own width. Colours: `--no-color`, then FORCE_COLOR
 * (0 and false mean none), then NO_COLOR, as Node and its packages do; else on a terminal alone.
 */
export function terminalOf(stream: OutputStream, environment: NodeJS.ProcessEnv, color: boolean): Terminal {
  const columns = Number(environment['COLUMNS']);
  const told = Number.isInteger(columns) && columns > 0 ? columns : undefined;
  return {
    width: told ?? (stream.isTTY === true && stream.columns ? stream.columns : USUAL_WIDTH),
    color: color && wantsColor(stream, environment),
  };
}

function wantsColor(stream: OutputStream, environment: NodeJS.ProcessEnv): boolean {
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return !/^(?:0|false)$/i.test(forced);
  if (environment['NO_COLOR']) return false;
  return stream.isTTY === true && environment['TERM'] !== 'dumb';
}
