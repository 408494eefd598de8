// Before the first paint: what only works with a script may show, and the reader's choice of colours holds.
document.documentElement.classList.replace("no-js", "js");
try {
  const chosen = localStorage.getItem("vejviser-colours");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.colours = chosen;
} catch {
  // A browser may refuse storage. Then the device's own setting holds.
}
