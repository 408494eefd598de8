// The page of cases: choose a topic and a municipality. The choice stands in the address, so that it can be passed on.

const form = document.querySelector("[data-case-filter]");
const cases = [...document.querySelectorAll("[data-cases] > .case")];
const count = form.querySelector("[data-case-count]");
const { tema: theme } = form.elements;
const municipality = form.querySelector("#case-municipality");
const fields = [theme, municipality];

function show() {
  let shown = 0;
  for (const it of cases) {
    const fits =
      (!theme.value || it.dataset.themes.split(" ").includes(theme.value)) &&
      (!municipality.value || it.dataset.municipality === municipality.value);
    it.hidden = !fits;
    shown += Number(fits);
  }
  const told = count.dataset.text.replace("{shown}", shown).replace("{all}", cases.length);
  count.textContent = shown ? told : count.dataset.none;
}

function remember() {
  const chosen = new URLSearchParams(fields.filter((it) => it.value).map((it) => [it.name, it.value]));
  history.replaceState(null, "", chosen.size ? `?${chosen}` : location.pathname);
}

function recall() {
  const query = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = query.get(field.name);
    if (value && [...field.options].some((option) => option.value === value)) field.value = value;
  }
}

form.addEventListener("change", () => {
  show();
  remember();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => {
  setTimeout(() => {
    show();
    remember();
    theme.focus();
  });
});

addEventListener("wiped", () => {
  for (const field of fields) field.value = "";
  show();
  remember();
});

recall();
show();
