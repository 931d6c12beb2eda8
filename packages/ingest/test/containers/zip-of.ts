import { crc32, deflateRawSync } from "node:zlib";

/** A zip file of the parts given, to write workbooks that no library would. */
export function zipOf(
  parts: Readonly<Record<string, string | Buffer>>,
  lie: (entry: { expanded: number; checksum: number; flags: number }) => void = () => {},
): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const entry = { expanded: bytes.length, checksum: crc32(bytes), flags: 0 };
    lie(entry);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(entry.flags, 2);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(entry.checksum, 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(entry.expanded, 18);
    about.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), about, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), about, tail, Buffer.from(name)]));
    bodies.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listed, Buffer.from("PK\x05\x06"), end]);
}

/** What a workbook of one sheet needs besides its cells. */
export interface RawWorkbook {
  readonly rows: string;
  readonly before?: string;
  readonly after?: string;
  readonly strings?: string;
  readonly formats?: readonly string[];
  readonly properties?: string;
}

/** An .xlsx of one sheet, by hand. Style 0 is General; the others are the formats given. */
export function xlsxOf(
  { rows, before = "", after = "", strings = "", formats = [], properties = "" }: RawWorkbook,
  lie?: Parameters<typeof zipOf>[1],
): Buffer {
  const numbers = formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>`).join("");
  const styles = ["0", ...formats.map((_, index) => String(200 + index))];
  return zipOf(
    {
      "xl/workbook.xml": `<workbook xmlns:r="r">${properties}<sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="t/styles" Target="/xl/styles.xml"/></Relationships>`,
      "xl/styles.xml": `<styleSheet><numFmts>${numbers}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.map((id) => `<xf numFmtId="${id}"/>`).join("")}</cellXfs></styleSheet>`,
      "xl/sharedStrings.xml": `<sst>${strings}</sst>`,
      "xl/worksheets/sheet1.xml": `<worksheet>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    },
    lie,
  );
}
