/** The outside world as the commands see it: where text goes and what time it is. Tests pass their own. */
export interface Console {
  /** Results only. */
  readonly out: (text: string) => void;
  /** Progress and messages. */
  readonly err: (text: string) => void;
  /** Whether messages reach a person's terminal. */
  readonly terminal: boolean;
  /** Milliseconds since 1970: how long a run took, and the day a plan is frozen. */
  readonly now: () => number;
  /** What ends a command that would go on, such as a watch; left out where only the end of the process does. */
  readonly stop?: AbortSignal;
  /** Where answers come from; left out where nobody can answer. */
  readonly ask?: {
    /** A person types them, and may try again. */
    readonly interactive: boolean;
    /** The next line; null when there is no more. */
    readonly line: (prompt: string) => Promise<string | null>;
    /** No more questions: input that is still open must not keep the process. */
    readonly close: () => void;
  };
}
