import { colours } from "../charts/theme.ts";
import { type Html, raw } from "../page/html.ts";

/** Five boxes, those reached filled and those still possible dashed; the words beside it say the same. */
export function levelMark(level: number, atMost: number): Html {
  const boxes = [1, 2, 3, 4, 5].map((box) => {
    const reached = box <= level;
    const stroke = box <= atMost ? colours.programme : colours.quiet;
    const dash = !reached && box <= atMost ? ' stroke-dasharray="4 2"' : "";
    return `<rect x="${30 * box - 29}" y="1" width="26" height="16" fill="${reached ? colours.programme : colours.ground}" stroke="${stroke}" stroke-width="1.6"${dash}/>`;
  });
  return raw(`<svg viewBox="0 0 150 18" aria-hidden="true" focusable="false">${boxes.join("")}</svg>`);
}
