// Before the first paint: what only works with a script may show, and the reader's choice of colours and text holds.
document.documentElement.classList.replace("no-js", "js");
try {
  const allowed = { colours: /^(light|dark)$/, reading: /^[a-z ]+$/ };
  for (const [name, words] of Object.entries(allowed)) {
    const key = `vejviser:${name}`; // see device.js
    const chosen = JSON.parse(sessionStorage.getItem(key) ?? localStorage.getItem(key))?.value;
    if (words.test(chosen ?? "")) document.documentElement.dataset[name] = chosen;
  }
} catch {
  // A browser may refuse storage. Then the device's own setting holds.
}
