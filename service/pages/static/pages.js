// Small comforts; every page works without them.

// Leave out of the address what was left blank.
for (const form of document.querySelectorAll("form.ask")) {
  form.addEventListener("submit", () => {
    for (const field of form.querySelectorAll("select, input")) {
      if (field.name !== "name") field.disabled = field.value === "";
    }
  });
}

// Coming back from the browser's memory, the fields must be usable again.
window.addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("form.ask [disabled]")) field.disabled = false;
});
