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
  },
});
