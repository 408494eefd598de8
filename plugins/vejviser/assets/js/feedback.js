// "Hjalp siden?": choose an answer, copy the text. Nothing is sent.

for (const box of document.querySelectorAll(".feedback")) {
  const text = box.querySelector(".feedback-text");
  const status = box.querySelector("[role=status]");
  const answers = box.querySelectorAll("[data-feedback]");

  for (const button of answers) {
    button.addEventListener("click", () => {
      for (const other of answers) other.setAttribute("aria-pressed", String(other === button));
      text.textContent = button.dataset.feedback;
    });
  }

  box.querySelector("[data-feedback-copy]").addEventListener("click", async ({ currentTarget: button }) => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      status.textContent = button.dataset.done;
    } catch {
      getSelection()?.selectAllChildren(text);
      status.textContent = button.dataset.failed;
    }
  });
}
