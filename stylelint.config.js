// What Stylelint asks of the stylesheets: the standard rules, and why a few of them read otherwise here.
export default {
  extends: "stylelint-config-standard",
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  rules: {
    // Phones from before 2023 do not know `width >= 40rem`, and would leave out all that stands in it.
    "media-feature-range-notation": "prefix",
    // Safari on iOS makes small text larger unless it is told not to by the name with the prefix.
    "property-no-vendor-prefix": [true, { ignoreProperties: ["text-size-adjust"] }],
    // The rule compares the ends of selectors (`.menu a`, `.prose th a`) without knowing whether they ever meet on one
    // element. The sheets are ordered by the parts of the page, and each part's rules begin with its own class.
    "no-descending-specificity": null,
  },
  overrides: [
    {
      // Material names its variables in another manner: `--md-default-fg-color--light`.
      files: ["plugins/**/embedded/material.css"],
      rules: { "custom-property-pattern": "^(md-)?[a-z]+(-{1,2}[a-z0-9]+)*$" },
    },
    {
      // A document's sheet is a table: one rule a line. It is read by WeasyPrint and by e-readers, not by a page.
      files: ["plugins/**/documents/**/*.css"],
      rules: {
        "declaration-block-single-line-max-declarations": null,
        // Paper is set in the fonts that come with the document, and must never reach for one of the machine's.
        "font-family-no-missing-generic-family-keyword": null,
        // Page numbers in a table of contents: CSS Generated Content for Paged Media, which WeasyPrint knows.
        "declaration-property-value-no-unknown": [true, { ignoreProperties: { content: [/target-counter\(/] } }],
      },
    },
  ],
};
