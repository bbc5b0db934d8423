// Small comforts on top of pages that are complete without them.

// An open <details class="menu"> closes on Escape and on a click elsewhere.
const openMenus = () => document.querySelectorAll("details.menu[open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

document.addEventListener("click", (event) => {
  for (const menu of openMenus()) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// The error summary takes the focus, so that it is read out and its links come next.
document.querySelector(".errors")?.focus();

// A button that copies an input's text shows only where copying works.
for (const button of navigator.clipboard ? document.querySelectorAll("button[data-copy]") : []) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const words = button.querySelector("span");
    const input = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(input.value);
      words.textContent = button.dataset.done;
    } catch {
      input.select();
    }
  });
}
