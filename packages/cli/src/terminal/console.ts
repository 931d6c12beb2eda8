/** The outside world as the commands see it: where text goes and what time it is. Tests pass their own. */
export interface Console {
  /** Results only. */
  readonly out: (text: string) => void;
  /** Progress and messages. */
  readonly err: (text: string) => void;
  /** Whether messages reach a person's terminal. */
  readonly terminal: boolean;
  /** Milliseconds since 1970; used only for how long a run took. */
  readonly now: () => number;
}
