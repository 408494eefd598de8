// "Hjalp siden?": choose an answer, copy the text. Nothing is sent.

const box = document.querySelector(".feedback");
const text = box?.querySelector(".feedback-text");
const answers = box ? [...box.querySelectorAll("[data-feedback]")] : [];

for (const button of answers) {
  button.addEventListener("click", () => {
    for (const other of answers) other.setAttribute("aria-pressed", String(other === button));
    text.textContent = button.dataset.feedback;
  });
}

box?.querySelector("[data-feedback-copy]").addEventListener("click", async ({ currentTarget: button }) => {
  const status = button.parentElement.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(text.textContent);
    status.textContent = button.dataset.done;
  } catch {
    getSelection().selectAllChildren(text);
    status.textContent = button.dataset.failed;
  }
});
