/** A way of opening a page. */
export interface BrowserState {
  readonly name: string;
  readonly what: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly scripts: boolean;
  readonly print: boolean;
  /** Whether axe and the keyboard look at it: the rest is the same page at another width. */
  readonly whole: boolean;
  /** Whether its charts are live: only pages with results beside them have such a form. */
  readonly live: boolean;
}

const screen = { scripts: true, print: false, live: false };

/** Every state a page must be sound in. */
export const states: readonly BrowserState[] = [
  { name: "desktop", what: "1280 px wide", viewport: { width: 1280, height: 900 }, ...screen, whole: true },
  { name: "phone", what: "390 px wide", viewport: { width: 390, height: 844 }, ...screen, whole: true },
  { name: "320", what: "320 px wide", viewport: { width: 320, height: 640 }, ...screen, whole: false },
  {
    name: "zoom-400",
    what: "1280 by 1024 px at a zoom of 400 %, which a page sees as 320 by 256",
    viewport: { width: 320, height: 256 },
    ...screen,
    whole: false,
  },
  {
    name: "no-scripts",
    what: "1280 px wide, scripts off",
    viewport: { width: 1280, height: 900 },
    scripts: false,
    print: false,
    whole: false,
    live: false,
  },
  { name: "print", what: "A4", viewport: { width: 1280, height: 900 }, ...screen, print: true, whole: false },
  {
    name: "interactive",
    what: "1280 px wide, charts live",
    viewport: { width: 1280, height: 900 },
    ...screen,
    whole: true,
    live: true,
  },
];
