import { watch } from "node:fs";
import { studyState } from "./study-state.ts";

const settledMs = 250;
const pollMs = 1000;

/**
 * Waits until the files of a study are no longer as they were, and have been left alone for a quarter of a second: an
 * editor writes a file in several steps. The system says when to look; where it cannot (network drives, some containers)
 * a look each second does.
 *
 * @param before what `studyState` was
 * @param stop   ends the waiting
 * @returns the new state; null when stopped
 */
export async function nextChange(
  folder: string,
  apart: readonly string[],
  before: string,
  stop: AbortSignal,
): Promise<string | null> {
  const bell = ringing(folder, stop);
  try {
    let last = before;
    while (!stop.aborted) {
      const now = await studyState(folder, apart);
      if (now !== before && now === last) return now;
      const isMoving = now !== last;
      last = now;
      await bell.wait(isMoving || now !== before ? settledMs : pollMs, isMoving);
    }
    return null;
  } finally {
    bell.close();
  }
}

/** Waits a while, or, unless told to sit it out, until the system reports a change. */
function ringing(folder: string, stop: AbortSignal) {
  let ring = () => {};
  const watcher = systemWatcher(folder, () => ring());
  const stopped = () => ring();
  stop.addEventListener("abort", stopped);
  return {
    wait: (milliseconds: number, whole: boolean) =>
      new Promise<void>((done) => {
        const timer = setTimeout(done, milliseconds);
        ring = () => {
          if (whole && !stop.aborted) return;
          clearTimeout(timer);
          done();
        };
        if (stop.aborted) ring();
      }),
    close: () => {
      watcher?.close();
      stop.removeEventListener("abort", stopped);
    },
  };
}

function systemWatcher(folder: string, onChange: () => void) {
  try {
    const watcher = watch(folder, { recursive: true }, onChange);
    watcher.on("error", () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}
