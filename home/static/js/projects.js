// The list of projects: comforts on top of a form that is complete without them.

const form = () => document.getElementById("facets");

// What holds anyway stays out of the address: empty inputs, the usual order, days that another time replaces.
document.addEventListener("htmx:configRequest", (event) => {
  if (event.target !== form()) return;
  const data = event.detail.formData;
  const when = data.get("when");
  if (when && when !== "range") {
    data.delete("from");
    data.delete("to");
  }
  if (data.get("sort") === "relevance") data.delete("sort");
  for (const name of new Set(data.keys())) {
    const kept = data.getAll(name).filter((value) => value !== "");
    data.delete(name);
    for (const value of kept) data.append(name, value);
  }
});

// A new order asks at once; a day of one's own chooses "own days".
document.addEventListener("change", (event) => {
  if (event.target.id === "sort") event.target.form.requestSubmit();
});

document.addEventListener("input", (event) => {
  if (event.target.matches("#f-from, #f-to")) document.getElementById("f-when-range").checked = true;
});

// A press on a button leads to what was found; on a phone the filters close. After a tick the focus stays where it is.
let pressed = false;

document.addEventListener("submit", (event) => {
  if (event.target === form()) pressed = Boolean(event.submitter);
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (!pressed || event.target.id !== "found") return;
  pressed = false;
  location.replace("#results");
  document.getElementById("results").focus({ preventScroll: true });
});

// No answer, or an error instead of one: the browser asks itself and shows what comes.
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failure, (event) => {
    if (event.target === form()) form().submit();
  });
}
