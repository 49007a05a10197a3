// Makes one sealed file of what the mentor chose and wrote. Nothing is sent anywhere.
// The shape of the file and of the sealed text is that of tpmprep/domain/share.py.

const byId = (id) => document.getElementById(id);
const form = byId("scores");
const { schema, token, key } = form.dataset;
const boxes = [...form.querySelectorAll("[data-dimension]")];
const rater = byId("rater");
const overall = byId("overall");
const saved = { said: "", reply: "" };

// Text as JSON and UTF-8 keep it: line ends are \n, and half of a character becomes U+FFFD.
function plain(text) {
  const bytes = new TextEncoder().encode(text.replace(/\r\n?/g, "\n"));
  return new TextDecoder().decode(bytes).trim();
}

function row(box) {
  return {
    id: box.dataset.dimension,
    title: box.querySelector("legend").textContent,
    level: Number(box.querySelector(":checked").value),
    quote: plain(box.querySelector(".quote").value),
    comment: plain(box.querySelector(".comment").value),
  };
}

// A remark on a dimension without a level has no place of its own in the file.
function moved({ title, quote, comment }) {
  const words = [quote && `“${quote}”`, comment].filter(Boolean).join(" ");
  return words && `${title} (no level chosen): ${words}`;
}

function whatIsSaid() {
  const rows = boxes.map(row);
  const loose = rows.filter(({ level }) => !level).map(moved).filter(Boolean);
  return {
    rater: plain(rater.value),
    rows: rows.filter(({ level }) => level).sort((a, b) => (a.id < b.id ? -1 : 1)),
    comment: [plain(overall.value), ...loose].filter(Boolean).join("\n\n"),
    loose: loose.length,
  };
}

function problemsOf({ rater: name, rows, comment, loose }) {
  const found = [];
  if (!rows.length) {
    const field = boxes[0]?.querySelector("input");
    found.push({ field, mark: "levels-wrong", words: "Choose a level in at least one dimension." });
  }
  if ([...comment].length > overall.maxLength) {
    const why = loose ? ", together with what you wrote where you chose no level" : "";
    const most = `${overall.maxLength} characters`;
    const words = `Shorten the overall comment: it has more than ${most}${why}.`;
    found.push({ field: overall, mark: "overall-wrong", words });
  }
  if (!/[^\p{C}\p{Z}]/u.test(name)) {
    found.push({ field: rater, mark: "rater-wrong", words: "Type your name." });
  }
  return found;
}

function markFields(problems) {
  for (const mark of form.querySelectorAll(".wrong")) {
    mark.textContent = problems.find((problem) => problem.mark === mark.id)?.words ?? "";
    mark.hidden = !mark.textContent;
  }
  for (const field of [rater, overall]) {
    field.setAttribute("aria-invalid", problems.some((problem) => problem.field === field));
  }
  if (!problems.length) byId("problems").hidden = true;
}

function element(kind, ...inner) {
  const made = document.createElement(kind);
  made.append(...inner);
  return made;
}

function link({ field, words }) {
  const anchor = element("a", words);
  anchor.href = "#scores";
  anchor.addEventListener("click", (event) => {
    event.preventDefault();
    field?.focus();
  });
  return element("li", anchor);
}

function showProblems(heading, problems) {
  const list = problems.length ? [element("ul", ...problems.map(link))] : [];
  byId("problems").replaceChildren(element("p", heading), ...list);
  byId("problems").hidden = false;
  byId("problems").focus();
}

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

async function sealOf(text) {
  const bytes = Uint8Array.from(key.match(/../g), (pair) => parseInt(pair, 16));
  const kind = { name: "HMAC", hash: "SHA-256" };
  const hmac = await crypto.subtle.importKey("raw", bytes, kind, false, ["sign"]);
  const seal = await crypto.subtle.sign("HMAC", hmac, new TextEncoder().encode(text));
  return hex(new Uint8Array(seal));
}

async function replyOf({ rater: name, rows, comment }, id) {
  const all = rows.map(({ id: dimension, level, quote, comment: said }) => {
    return [dimension, level, quote, said];
  });
  const column = (n) => Object.fromEntries(all.filter((r) => r[n]).map((r) => [r[0], r[n]]));
  const seal = await sealOf(JSON.stringify([schema, token, id, name, all, comment]));
  const [scores, quotes, comments] = [column(1), column(2), column(3)];
  return { schema, share: token, reply: id, rater: name, scores, quotes, comments, comment, seal };
}

function download(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const anchor = element("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function save() {
  const said = whatIsSaid();
  const problems = problemsOf(said);
  markFields(problems);
  if (problems.length) {
    showProblems("Not saved yet:", problems);
    return;
  }
  const state = JSON.stringify(said);
  const isNew = state !== saved.said;
  const id = isNew ? hex(crypto.getRandomValues(new Uint8Array(8))) : saved.reply;
  const reply = await replyOf(said, id);
  const name = `tpmprep-scores-${token.slice(0, 8)}.json`;
  download(name, `${JSON.stringify(reply, null, 2)}\n`);
  Object.assign(saved, { said: state, reply: id });
  tell(
    ["Saved as ", element("b", name), ", where your browser keeps downloads."],
    ["Send this file back to the candidate, who takes it in with ", command(name), "."],
    said.loose ? ["What you wrote where you chose no level is in the overall comment."] : [],
  );
  byId("saved").scrollIntoView({ block: "nearest" });
}

const command = (name) => element("code", `tpmprep share in ${name}`);

function tell(...lines) {
  const shown = lines.filter((line) => line.length).map((line) => element("p", ...line));
  const words = (nodes) => Array.from(nodes, (node) => node.textContent).join();
  // Written only when it differs: a screen reader reads out every writing.
  const place = byId("saved");
  if (words(shown) !== words(place.children)) place.replaceChildren(...shown);
}

// Compared with the page as it came, because some browsers refill a form after a reload.
function isTouched() {
  return [...form.querySelectorAll("input, textarea")].some((field) =>
    field.type === "radio"
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue,
  );
}

const isUnsaved = () => isTouched() && JSON.stringify(whatIsSaid()) !== saved.said;

const bare = (text) => text.toLowerCase().replace(/[“”]/g, '"').replace(/’/g, "'").split(/\s+/);

// The candidate's side keeps only quotes that stand in the answer: say so while it can be mended.
function checkQuote(field) {
  const parts = [...document.querySelectorAll("[data-answer]")].map((part) => part.textContent);
  const quote = bare(field.value).filter(Boolean).join(" ");
  const stands = bare(parts.join("\n")).join(" ").includes(quote);
  byId(field.getAttribute("aria-describedby")).textContent = stands
    ? ""
    : "These words are not in the answer as written there. Copy them from it, or use the comment.";
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  save().catch((error) => showProblems(`The file could not be made (${error.message}).`, []));
});
form.addEventListener("change", (event) => {
  if (event.target.matches(".quote")) checkQuote(event.target);
});
form.addEventListener("input", () => {
  if (!byId("problems").hidden) markFields(problemsOf(whatIsSaid()));
  const changed = ["Changed since you saved. Save again before you send."];
  if (saved.reply) tell(isUnsaved() ? changed : []);
});
window.addEventListener("beforeunload", (event) => {
  if (!isUnsaved()) return;
  event.preventDefault();
  event.returnValue = true; // for browsers before 2023
});

if (globalThis.crypto?.subtle) {
  byId("save").hidden = false;
  byId("cannot-save").hidden = true;
}
