/** How the page says what a report writes as a word. */
export const KINDS = {
  fact: { letter: "F", name: "fact", plural: "facts" },
  prediction: { letter: "P", name: "prediction", plural: "predictions" },
  value: { letter: "J", name: "judgement", plural: "judgements" },
  policy: { letter: "D", name: "demand", plural: "demands" },
};
const UNKNOWN = { letter: "?", name: "claim", plural: "claims" };

export const kindOf = (claim) => KINDS[claim.kind] ?? UNKNOWN;
export const classOf = (claim) => (claim.kind in KINDS ? claim.kind : "unknown");
export const holderOf = (claim) =>
  claim.holder.kind === "author" ? "the author" : (claim.holder.name ?? claim.holder.text ?? "somebody");

/** "1 claim", "2 claims". */
export const counted = (n, one, many) => `${n} ${n === 1 ? one : many}`;

/**
 * An element with attributes and children; strings become text nodes, so that no article is ever read as markup.
 * @param {string} name
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string | null | undefined)} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}
