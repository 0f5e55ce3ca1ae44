import { defineConfig } from "vitest/config";

// Two kinds of tests: pure rules beside their files, and stories (story.test.ts) on a real store.
export default defineConfig({
  test: {
    pool: "forks",
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "rules",
          include: ["{app,bin,components,db,lib}/**/*.test.ts"],
          exclude: ["node_modules", "**/*story.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "stories",
          include: ["{app,bin,components,db,lib}/**/*story.test.ts"],
          exclude: ["node_modules"],
          setupFiles: ["db/test-store.ts"],
        },
      },
    ],
  },
});
