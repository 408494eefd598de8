// What ESLint asks of the scripts: those of the pages, the worker's, and what runs in Node. Types are TypeScript's to check.
import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["**/dist/", ".*/", "site/", "site.*/", "plugins/**/js/vendor/"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-implicit-coercion": ["error", { boolean: true, number: false, string: true }],
      "no-throw-literal": "error",
      "no-unused-expressions": "error",
      "object-shorthand": "error",
      "prefer-template": "error",
      "no-else-return": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-script-url": "error",
      "no-shadow": "error",
      "no-return-assign": "error",
      "array-callback-return": "error",
      "consistent-return": "error",
      "default-case-last": "error",
      "no-self-compare": "error",
      "no-template-curly-in-string": "error",
      "no-unreachable-loop": "error",
      "no-useless-concat": "error",
    },
  },
  { files: ["plugins/**/*.js"], languageOptions: { globals: globals.browser } },
  {
    files: ["plugins/**/sw.js"],
    languageOptions: { globals: { ...globals.serviceworker, __BUILD__: "readonly", __DAYS__: "readonly" } },
  },
  { files: ["tests/browser/**/*.js"], languageOptions: { globals: globals.browser } },
  { files: ["admin/**/*.js"], ignores: ["admin/build.js"], languageOptions: { globals: globals.browser } },
  { files: ["*.js", "admin/build.js", "tests/forge/*.js"], languageOptions: { globals: globals.node } },
  { files: ["tests/scripts/**/*.js", "tests/forms/**/*.js"], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
];
