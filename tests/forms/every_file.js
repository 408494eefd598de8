// Every file that a portal has a form for, opened and saved: nothing changes; and with one word changed, one place does.
//   node every_file.js PORTAL forms.json -> prints what did otherwise, as JSON

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { format } from "../../admin/forms/formats.js";

const [portal = "", made = ""] = process.argv.slice(2);
const { cms, formats } = JSON.parse(readFileSync(made, "utf8"));

/** Return what Sveltia CMS makes of a file's values: every field is there, empty where the file says nothing. @param {any} values @param {any[]} fields */
function filled(values, fields) {
  const all = { ...values };
  for (const field of fields) {
    const value = all[field.name];
    if (field.fields && field.widget === "list") all[field.name] = (value ?? []).map((/** @type {any} */ item) => filled(item, field.fields));
    else if (field.fields) all[field.name] = value === undefined && !field.required ? null : filled(value ?? {}, field.fields);
    else if (value === undefined) all[field.name] = empty(field);
    else if (typeof value === "string") all[field.name] = value.trim();
    else if (typeof value === "number" && field.widget !== "number") all[field.name] = String(value);
  }
  return all;
}

/** @param {any} field */
function empty(field) {
  if (field.widget === "boolean") return field.default ?? false;
  if (field.widget === "list" || field.multiple) return [];
  return field.widget === "number" ? null : "";
}

/** Change the first word that can be changed; return whether there was one. @param {any} values @param {any[]} fields @returns {boolean} */
function changed(values, fields) {
  return fields.some((field) => {
    const value = values[field.name];
    if (typeof value === "string" && ["string", "text", "markdown"].includes(field.widget) && / \p{L}{3,}/u.test(value)) {
      values[field.name] = value.replace(/ (\p{L}{3,})/u, " $1ord");
      return true;
    }
    if (Array.isArray(value)) return Boolean(field.fields) && value.some((item) => changed(item, field.fields));
    return Boolean(field.fields && value) && changed(value, field.fields);
  });
}

/** @param {any} form @returns {string[]} */
function filesOf(form) {
  if (form.file) return [form.file];
  const path = `${form.path ?? "{{slug}}"}.${form.extension}`;
  const names = readdirSync(`${portal}/${form.folder}`).map((name) => (path.includes("/") ? name : name.replace(/\.[^.]*$/, "")));
  return [...new Set(names)].map((name) => `${form.folder}/${path.replace("{{slug}}", name)}`);
}

/** Return the lines of a file, without the locks of a material: they go when its words change. @param {string} text */
const lines = (text) => text.replace(/^ *text_hash: .*\n/gm, "").replace(/text_hash: "\w+", /g, "").trim().split("\n");

const wrong = [];
let seen = 0;
for (const form of cms.collections.flatMap((/** @type {any} */ item) => item.files ?? (item.divider ? [] : [item]))) {
  for (const file of filesOf(form).filter((name) => existsSync(`${portal}/${name}`))) {
    const text = readFileSync(`${portal}/${file}`, "utf8");
    const { fromFile, toFile } = format(formats[form.format], form.fields);
    const values = filled(fromFile(text.trim()), form.fields);
    seen += 1;
    if (toFile(values).trim() !== text.trim()) wrong.push([file, "changes when nothing was changed"]);
    if (!changed(values, form.fields)) continue;
    const [before, after] = [lines(text), lines(toFile(values))];
    const [gone, come] = [before.filter((line) => !after.includes(line)), after.filter((line) => !before.includes(line))];
    const longer = after.length - before.length;
    if (gone.length > 1 || come.length < 1 || come.length > 2 || longer < 0 || longer > 1) wrong.push([file, gone, come]);
  }
}
process.stdout.write(JSON.stringify({ seen, wrong }));
