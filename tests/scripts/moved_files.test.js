import assert from "node:assert/strict";
import { test } from "node:test";
import { fileNow, filledIn, languageOfFile, withPlace } from "../../plugins/vejviser/assets/js/moved_files.js";

test("a file that is filled in for a municipality says so in its name", () => {
  assert.equal(filledIn("/kommuner/", "hjoerring", "samarbejdsaftale.da.docx"), "/kommuner/hjoerring/samarbejdsaftale-hjoerring.da.docx");
  assert.equal(filledIn("/venner/kommuner/", "hoeje-aaoe", "aftale.da-en.pdf"), "/venner/kommuner/hoeje-aaoe/aftale-hoeje-aaoe.da-en.pdf");
});

test("so does one that the reader fills in for it; one for no municipality is called as before", () => {
  assert.equal(withPlace("velkomstbrev-udfyldt.da-ar.docx", "odense"), "velkomstbrev-udfyldt-odense.da-ar.docx");
  assert.equal(withPlace("drejebog-udfyldt.da.odt", ""), "drejebog-udfyldt.da.odt");
});

test("the address from before the name leads to the file of today", () => {
  const now = (/** @type {string} */ path) => fileNow(path, "/kommuner/");
  for (const name of ["samarbejdsaftale.da.docx", "velkomstbrev.ar.odt", "kommunepakke.uk.zip", "rolle-og-ansvarsskema.da.pdf"]) {
    const [stem, ...rest] = name.split(".");
    assert.equal(now(`/kommuner/hjoerring/${name}`), `/kommuner/hjoerring/${stem}-hjoerring.${rest.join(".")}`);
  }
});

test("nothing else leads anywhere, and nothing leads in a circle", () => {
  const paths = [
    "/kommuner/hjoerring/samarbejdsaftale-hjoerring.da.docx",
    "/kommuner/hjoerring/",
    "/kommuner/hjoerring/udfyld.json",
    "/kommuner/hjoerring/status/samarbejdsaftale.da.docx",
    "/kommuner/samarbejdsaftale.da.docx",
    "/materialer/samarbejdsaftale/samarbejdsaftale.da.docx",
    "/kommuner//evil.example/aftale.da.docx",
    "/kommuner/../aftale.da.docx",
    "/",
  ];
  assert.deepEqual(paths.map((path) => fileNow(path, "/kommuner/")), paths.map(() => ""));
  assert.equal(fileNow("/kommuner/hjoerring/aftale.da.docx", "/venner/kommuner/"), "");
});

test("a document that is not there any more is answered in the language its name says", () => {
  assert.equal(languageOfFile("/materialer/aftale/aftale.uk.docx"), "uk");
  assert.equal(languageOfFile("/kommuner/hjoerring/aftale-hjoerring.da-en.pdf"), "en");
  assert.equal(languageOfFile("/haandboeger/frivillig/"), "");
  assert.equal(languageOfFile("/assets/favicon.ico"), "");
});
