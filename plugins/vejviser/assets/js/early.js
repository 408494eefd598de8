// Before the first paint: what only works with a script may show, and the reader's choice of colours holds.
document.documentElement.classList.replace("no-js", "js");
try {
  const kept = sessionStorage.getItem("vejviser:colours") ?? localStorage.getItem("vejviser:colours"); // see device.js
  const chosen = JSON.parse(kept)?.value;
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.colours = chosen;
} catch {
  // A browser may refuse storage. Then the device's own setting holds.
}
