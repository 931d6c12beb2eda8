import { strFromU8, unzipSync } from "fflate";
import { xmlText } from "../documents/xml-text.ts";
import { type PackageParts, zipPackage } from "../documents/zip-package.ts";

/**
 * The same bytes for the same document: the parts in the order of their names, the times of their making left out, ids
 * that are counted over the whole process counted anew in the order in which they stand.
 */
export function stablePackage(packed: Uint8Array, title: string): Uint8Array {
  const parts = Object.entries(unzipSync(packed)).sort(([a], [b]) => (a < b ? -1 : 1));
  const written: Record<string, string | Uint8Array> = {};
  for (const [path, bytes] of parts) {
    if (!/\.(xml|rels)$/.test(path)) written[path] = bytes;
    else if (path === "docProps/core.xml") written[path] = coreProperties(title);
    else written[path] = counted(strFromU8(bytes));
  }
  const { "[Content_Types].xml": types, ...rest } = written;
  return zipPackage({ "[Content_Types].xml": types!, ...rest } as PackageParts);
}

function counted(xml: string): string {
  return [drawingIds, bookmarkIds, bookmarkNames].reduce((text, ids) => {
    const names = new Map<string, string>();
    return text.replace(ids, (_, before: string, name: string) => {
      if (!names.has(name)) names.set(name, String(names.size + 1));
      return `${before}${names.get(name)}`;
    });
  }, xml);
}

const drawingIds = /(<(?:wp:docPr|pic:cNvPr) (?:[^>]* )?id=")([^"]*)/g;
const bookmarkIds = /(<w:bookmark(?:Start|End) (?:[^>]* )?w:id=")([^"]*)/g;
const bookmarkNames = /(\bw:(?:anchor|name)="_Toc|PAGEREF _Toc)(\d+)/g;

function coreProperties(title: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>Likewise</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>`;
}
