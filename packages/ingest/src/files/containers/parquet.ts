import { readParquetTexts } from "@likewise/engine";
import type { FileReader } from "../file-reader.ts";
import { hasExtension } from "../has-extension.ts";
import { namedColumns } from "./named-columns.ts";
import { readInPlace } from "./read-in-place.ts";
import { columnsOfTexts } from "./table-texts.ts";

const extensions = [".parquet", ".pq"];

/** Apache Parquet, as R, Python and data platforms write it. */
export const parquet: FileReader = {
  id: "parquet",
  label: "Parquet",
  extensions,
  recognises: (head, name) => head.subarray(0, 4).toString("latin1") === "PAR1" || hasExtension(name, extensions),
  read: async (source) => {
    const broken = () => "cannot be read as Parquet; it is damaged, encrypted or was cut off";
    const { sha256, table } = await readInPlace(source, broken, (engine) => readParquetTexts(engine, source.path));
    return namedColumns(source.shown, sha256, columnsOfTexts(table));
  },
};
