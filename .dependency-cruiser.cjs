// The plan of the house: who may import what. Where several rules fit, all of them hold.

// TypeScript 7 has no interface in JavaScript. Without swc, dependency-cruiser would pass over every TypeScript file in silence.
require.resolve("@swc/core");

// The words of lib, from top to bottom: each may import only those below it.
const words =
  "api sell imports review bulk notices exports prospects registration forms views contacts lists sales properties portals jobs".split(
    " ",
  );
// Above them all, where words meet.
const top = "^lib/(worker\\.ts$|demo/)";

// Four file names do I/O, and `client` where a word talks to another system: a file, or a folder with one verb a file.
const door = "^lib/[^/]+/(actions|queries|commands|jobs|client)(/|\\.ts$)";
const doorButActions = "^lib/[^/]+/(queries|commands|jobs|client)(/|\\.ts$)";
// Primitives: some only reckon, the others ask the machine.
const machine = "^lib/(clock|env|log|one)\\.ts$";
const outside = "^node_modules/(next|react|react-dom|drizzle-orm|better-sqlite3|pg|pino|better-auth|graphile-worker)/";

// Tests, and what only they use, tell a story across all rooms.
const test =
  "(\\.(test|child)\\.tsx?|^lib/(fixtures|imports/fixtures|registration/invariants|lists/any-rule)\\.ts|^db/test-store\\.ts)$";

const plan = [
  rule("app-holds-only-the-database-handle", "A page asks the doors of lib; it never names a table.", {
    from: { path: "^app/", pathNot: test },
    to: { path: "^db/", pathNot: "^db/(client|transaction)\\.ts$" },
  }),
  rule("ui-knows-no-word", "components/ui imports only components/ui.", {
    from: { path: "^components/ui/", pathNot: test },
    to: { path: "^(app|components|lib|db)/", pathNot: "^components/ui/" },
  }),
  rule(
    "components-write-through-actions",
    "Of the doors a component may call only actions; types it may take from any.",
    {
      from: { path: "^components/", pathNot: test },
      to: { path: [doorButActions, machine, top], dependencyTypesNot: ["type-only"] },
    },
  ),
  rule("components-never-reach-the-database", "A component is handed plain props.", {
    from: { path: "^components/", pathNot: test },
    to: { path: "^(db|app)/" },
  }),
  rule("lib-knows-no-screen", "What is known and done does not depend on how it looks.", {
    from: { path: "^lib/", pathNot: test },
    to: { path: "^(app|components)/" },
  }),

  ...words.map((word, place) =>
    rule(
      `${word}-looks-only-down`,
      `Below ${word}: ${words.slice(place + 1).join(", ") || "no word"}. News goes up as a job.`,
      {
        from: { path: `^lib/${word}/`, pathNot: test },
        to: { path: [top, ...(place > 0 ? [`^lib/(${words.slice(0, place).join("|")})/`] : [])] },
      },
    ),
  ),
  rule("every-word-has-its-place", "A new word of lib is given its place in the order above.", {
    from: { path: "^lib/[^/]+/", pathNot: `^lib/(${words.join("|")}|demo)/` },
    to: {},
  }),
  rule("only-the-programs-start-the-top", "Where words meet is nobody's business but the program's.", {
    from: { path: "^(app|db|lib/[^/]+\\.ts$)", pathNot: [test, top] },
    to: { path: top },
  }),

  rule(
    "pure-files-ask-nobody",
    "No clock, chance, database, network, React, environment: purity shows in the file name.",
    {
      from: { path: "^lib/[^/]+/", pathNot: [door, test] },
      to: { path: [door, machine, outside, "^db/"] },
    },
  ),
  rule("pure-files-use-no-core-module", "A core module is a door to the machine.", {
    from: { path: "^lib/[^/]+/", pathNot: [door, test] },
    to: { dependencyTypes: ["core"] },
  }),
  rule("primitives-stand-alone", "lib/*.ts imports only its like.", {
    from: { path: "^lib/[^/]+\\.ts$", pathNot: [test, top] },
    to: { path: "^(lib/[^/]+/|db/)" },
  }),
  rule("db-stands-below-all", "db imports only db and the primitives env, one and clock.", {
    from: { path: "^db/", pathNot: test },
    to: { path: "^(app|components|lib)/", pathNot: "^lib/(env|one|clock)\\.ts$" },
  }),

  rule("nobody-imports-tests", "What is for tests is imported by tests alone.", {
    from: { path: "^(app|components|lib|db|bin)/", pathNot: test },
    to: { path: ["^e2e/", test] },
  }),
  rule("nobody-imports-programs", "A program imports the house, not the other way round.", {
    from: { path: "^(app|components|lib|db)/" },
    to: { path: "^bin/" },
  }),
  rule("no-cycles", "Two files that need each other are one file, or three.", { from: {}, to: { circular: true } }),
  rule("nothing-imports-what-is-not-there", "The import leads nowhere.", { from: {}, to: { couldNotResolve: true } }),
];

module.exports = {
  forbidden: plan,
  options: {
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};

function rule(name, comment, { from, to }) {
  return { name, comment, severity: "error", from, to };
}
