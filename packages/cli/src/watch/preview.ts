import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { escapeText } from "@likewise/report";

const refreshSeconds = 2;

/** Pages that show themselves again while a study is written. Only they do: what is published never carries it. */
export interface Preview {
  readonly folder: string;
  /** New pages, by name. */
  readonly show: (pages: Readonly<Record<string, string>>) => Promise<void>;
  /** The pages stay as they were, and say why. */
  readonly keep: (message: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * A folder of pages that reload from disk every two seconds, without a script or a server: what a page may do is as strict
 * as in the published ones.
 */
export function openPreview(folder: string): Preview {
  let last: Readonly<Record<string, string>> = {};
  const write = async (notice: string) => {
    await mkdir(folder, { recursive: true });
    for (const [name, page] of Object.entries(last)) {
      const staging = join(folder, `.${name}`);
      await writeFile(staging, previewPage(page, notice));
      // By rename, so that a page that reloads never finds half a file.
      await rename(staging, join(folder, name));
    }
  };
  return {
    folder,
    show: async (pages) => {
      last = pages;
      await write("Preview: made again whenever the study changes. The pages to send are those in the out folder.");
    },
    keep: (message) => write(`Not made again since the last change: ${message}`),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A page that reloads itself, under a line that says what it is. */
function previewPage(page: string, notice: string): string {
  return page
    .replace(/<meta charset="utf-8">/, (tag) => `${tag}\n<meta http-equiv="refresh" content="${refreshSeconds}">`)
    .replace(/<header>\n?/, (tag) => `${tag}<p class="marking" role="status">${escapeText(notice)}</p>\n`);
}
