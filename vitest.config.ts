import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Tests run on TypeScript source: the `source` condition of each package's exports.
export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    include: ["packages/*/test/**/*.test.ts", "scripts/test/**/*.test.ts"],
    setupFiles: ["./scripts/deny-network.mjs"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One worker fewer than processors is the default, which on two processors is one file after another.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
