"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const form = byId("filter");
  const folds = [...document.querySelectorAll("details")];
  addEventListener("beforeprint", () => folds.forEach((fold) => { fold.open = true; }));
  if (!form) return;
  const groups = [...document.querySelectorAll(".group")].map((section) => ({
    section,
    models: [...section.querySelectorAll("tbody")].map((body) => ({
      body,
      surfaces: body.dataset.surfaces.split(" "),
      roles: body.dataset.roles.split(" "),
      text: null,
    })),
  }));
  const total = groups.reduce((sum, group) => sum + group.models.length, 0);
  const [words, state, surface, role] = ["words", "group", "surface", "role"].map(byId);
  const fits = (model, wanted) => {
    if (surface.value && !model.surfaces.includes(surface.value)) return false;
    if (role.value && !model.roles.includes(role.value)) return false;
    if (!wanted.length) return true;
    model.text ??= model.body.textContent.toLowerCase();
    return wanted.every((word) => model.text.includes(word));
  };
  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const group of groups) {
      const right = !state.value || group.section.dataset.group === state.value;
      let some = false;
      for (const model of group.models) {
        const fit = right && fits(model, wanted);
        model.body.hidden = !fit;
        some ||= fit;
        shown += fit;
      }
      group.section.hidden = !some;
    }
    byId("shown").textContent = shown === total ? `${total} models` : `${shown} of ${total} models`;
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("unfold").addEventListener("click", ({ currentTarget: button }) => {
    const open = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(open));
    document.querySelectorAll(".group details").forEach((fold) => { fold.open = open; });
  });
  for (const card of document.querySelectorAll(".card a")) {
    card.addEventListener("click", () => { form.reset(); filter(); });
  }
  form.hidden = false;
  filter();
})();
