import assert from "node:assert/strict";
import { test } from "node:test";
import { terms } from "../../plugins/vejviser/assets/js/search/query.js";
import { ranked } from "../../plugins/vejviser/assets/js/search/rank.js";
import { holds, slips, speechOf, wordsOf } from "../../plugins/vejviser/assets/js/search/speech.js";
import { index, ROWS } from "./search_file.js";
import { TYPING } from "./typing_rows.js";

const PAGES = [
  { address: "tavshed/", title: "Tavshed og sikkerhed", texts: /** @type {[string, string][]} */ ([["Telefon", "Billeder af andre deler du ikke."], ["Pligten", "Vi kalder det tavshedspligt."]]) },
  { address: "attest/", title: "Børneattest", texts: /** @type {[string, string][]} */ ([["Hvornår", "En frivillig hos børn skal have en børneattest. Attesten er gratis."]]) },
  { address: "penge/", title: "Penge og gaver", texts: /** @type {[string, string][]} */ ([["Gaver", "En lille gave er nok. Lån aldrig penge ud."]]) },
  { address: "ked/", title: "Når I taler om det svære", texts: /** @type {[string, string][]} */ ([["", "Din ven græder, og du hører efter."]]) },
  { address: "kommuner/ringsted/", title: "Ringsted Kommune", kind: "Kommune" },
  { address: "kommuner/odense/", title: "Odense Kommune", kind: "Kommune" },
  { address: "ring/", title: "Hjælp lige nu", texts: /** @type {[string, string][]} */ ([["", "Ring til lægen."]]) },
];
const SITE = index(PAGES, { alike: [["gave", "foræring"]], leads: [["ked", "", ["ked af det"]], ["penge", "gaver", ["julegave"]]] });
const found = (/** @type {string} */ query, site = SITE) => ranked(query, site).results.map((it) => it.page.address);

test("words are small letters without marks, with the apostrophes that stand in them", () => {
  assert.deepEqual(wordsOf("Зв'язок, СІМ’Я: звʼязок!"), ["зв'язок", "сім’я", "звʼязок"]);
  assert.deepEqual(wordsOf("مُتَطَوِّع"), ["متطوع"]);
});

test("all apostrophes, hamza, tatweel, harakat and digits are one form", () => {
  const { fold } = speechOf(ROWS.ar, TYPING);
  assert.equal(new Set(["зв'язок", "зв’язок", "звʼязок"].map(fold)).size, 1);
  assert.equal(new Set(["أسئلة", "اسئلة", "أسئله"].map(fold)).size, 1);
  assert.equal(fold("مـتطوع"), fold("متطوع"));
  assert.equal(fold("٢٠٢٦"), "2026");
});

test("a word is one word in all its forms", () => {
  const { same } = speechOf(ROWS.da, TYPING);
  for (const form of ["ven", "vennen", "venner", "vennerne"]) assert.ok(same(form, "ven"), form);
  for (const form of ["barnet", "barnets"]) assert.ok(same(form, "barn"), form);
  assert.ok(same("gaver", "gave") && same("bornene", "born"));
  assert.ok(!same("ven", "vane") && !same("barn", "bare"));
  const arabic = speechOf(ROWS.ar, TYPING);
  for (const form of ["الطبيب", "والطبيب", "طبيبي"]) assert.ok(arabic.same(arabic.fold(form), arabic.fold("طبيب")));
});

test("a word finds the compounds it is a half of, and a compound its halves", () => {
  assert.equal(found("attest")[0], "attest/");
  assert.equal(found("pligt")[0], "tavshed/");
  assert.ok(found("straffeattest").includes("attest/"));
});

test("a language that does not join words finds no halves", () => {
  const site = index([{ address: "a/", title: "Telephone", texts: [["", "A telephone."]] }], { language: "en" });
  assert.deepEqual(found("xylophone", site), []);
});

test("words mean what editors say, and lead where they say", () => {
  assert.equal(found("foræring")[0], "penge/");
  assert.equal(found("hun er ked af det hele tiden")[0], "ked/");
  const [first] = ranked("julegaver", SITE).results;
  assert.deepEqual([first.page.address, first.place], ["penge/", "gaver"]);
});

test("words that are written as one are found as two, and a half of a compound leads where the half leads", () => {
  const site = index(PAGES, { leads: [["penge", "", ["kørsel", "gaveaftale"]]] });
  assert.equal(found("gave aftale", site)[0], "penge/");
  assert.equal(found("kørselsgodtgørelse", site)[0], "penge/");
});

test("an editor's phrase leads with its little words left out, where nothing else is asked", () => {
  const site = index(PAGES, { leads: [["ked", "", ["hvad er det der sker"]], ["penge", "", ["hvad koster"]]] });
  assert.equal(found("koster det et", site)[0], "penge/");
  assert.deepEqual(found("koster xylofon", site), []);
});

test("of a phrase one of the words with a slash between them is enough", () => {
  const site = index(PAGES, { leads: [["ked", "", ["mistet søn/datter"]]] });
  assert.equal(found("hun har mistet sin datter", site)[0], "ked/");
  assert.deepEqual(found("hun har mistet", site), []);
});

test("a heading that a query says is worth more than its words in a text", () => {
  const site = index([
    { address: "a/", title: "Et", texts: [["Andet", "Den unge flytter, og så flytter vi møbler for den unge."]] },
    { address: "b/", title: "To", texts: [["Den unge flytter", "Pak sammen."]] },
  ]);
  assert.equal(found("unge flytter", site)[0], "b/");
});

test("the pages of a signpost come first, in its order", () => {
  const post = /** @type {Signpost} */ ({ first: ["ked/#natten"], to: "ring/" });
  const { results } = ranked("xylofon", SITE, post);
  assert.deepEqual(results.slice(0, 2).map((it) => [it.page.address, it.place]), [["ked/", "natten"], ["ring/", ""]]);
});

test("a misspelt word is found, and said as it was meant", () => {
  const { results, meant } = ranked("tavsehdspligt", SITE);
  assert.equal(results[0].page.address, "tavshed/");
  assert.equal(meant, "tavshedspligt");
});

test("a place is found by its name, and never by a word that begins like it", () => {
  assert.equal(found("hvem er med i odense")[0], "kommuner/odense/");
  assert.equal(found("odenses kommune")[0], "kommuner/odense/");
  assert.deepEqual(found("hvem ringer jeg til").filter((it) => it.startsWith("kommuner/")), []);
  assert.deepEqual(found("penge kommune").filter((it) => it.startsWith("kommuner/")), []);
});

test("a word that nobody wrote is told, and hides nothing", () => {
  const { results, unknown } = ranked("xylofon gaver", SITE);
  assert.equal(results[0].page.address, "penge/");
  assert.deepEqual(unknown, ["xylofon"]);
  assert.deepEqual(found("xylofon qwertzui"), []);
  assert.deepEqual(found(""), []);
});

test("only a page whose whole name is typed is named", () => {
  assert.deepEqual(ranked("børneattest", SITE).results.filter((it) => it.named).map((it) => it.page.address), ["attest/"]);
  assert.deepEqual(ranked("attest", SITE).results.filter((it) => it.named), []);
});

test("a word that is still being typed finds what it begins", () => {
  assert.equal(found("tavs")[0], "tavshed/");
  assert.equal(terms("pen gaver", SITE)[0].forms.size, 0);
});

test("a phrase is held with its words in any order and form, and never half", () => {
  const speech = speechOf(ROWS.da, TYPING);
  const query = wordsOf("min mand slår børnene igen").map(speech.fold);
  assert.ok(holds(query, ["slar", "born"], speech));
  assert.ok(!holds(query, ["slar", "kone"], speech));
  assert.ok(!holds(query, [], speech));
});

test("slips are counted up to a most", () => {
  assert.equal(slips("møde", "møde", 2), 0);
  assert.equal(slips("tavsehd", "tavshed", 2), 1);
  assert.equal(slips("hus", "elefant", 2), 3);
});

test("a result leads to the place an editor's words name, and tells in which window it stands", () => {
  const pages = [{ address: "a/", title: "Siden", texts: /** @type {[string, string][]} */ ([["", "Om bogen."], ["Gaver", "En gave."], ["Jul", "Ved jul."]]) }];
  const [first] = ranked("julegave", index(pages, { leads: [["a", "jul", ["julegave"]]], led: { "a/#jul": 2 } })).results;
  assert.deepEqual([first.place, first.window], ["jul", 2]);
});

test("what people ask of a passage counts as if it stood there, and is never shown to be unknown", () => {
  const asking = index([
    { address: "penge/", title: "Penge og gaver", texts: [["Gaver", "En lille gave er nok."], ["Lån", "Lån aldrig ud.", "han mangler husleje kan jeg betale regningen"]] },
    { address: "bolig/", title: "Bolig", texts: [["Flytning", "Flyt ind i lejligheden."]] },
    { address: "deltager/", title: "Til dig", weight: 7, texts: [["Frivillig", "Hun kommer på besøg.", "er hun spion for staten"]] },
  ]);
  const told = ranked("hun mangler penge til husleje", asking);
  assert.equal(told.results[0].page.address, "penge/");
  assert.equal(told.results[0].window, 1); // the one that answers, though its own text has no word of it
  assert.deepEqual(told.unknown, []);
  assert.deepEqual(found("er de spioner", asking), ["deltager/"]); // whoever asks as they do is shown what they read
});
