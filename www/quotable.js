import { holderOf } from "./words.js";

/** Most words of the article that a link names. */
const LINKED_WORDS = 8;

/**
 * A claim as somebody may paste it elsewhere: holder, sentence, the words of the article, and where they stand. Of an
 * unsure claim only the words of the article, which says so.
 * @param {import("../pkg/index.js").Report} report
 * @param {import("../pkg/index.js").Report["claims"][number]} claim
 */
export function quotable(report, claim) {
  const { title, publisher, published, url } = report.article;
  const words = `“${claim.text}”`;
  const said = claim.unsure || !claim.standalone ? words : claim.standalone;
  const origin = [title, publisher, published?.slice(0, 10)].filter(Boolean).join(", ");
  return [
    `${holder(claim)}: ${said}`,
    claim.unsure ? "Unsure: read it in the article before you quote it." : null,
    said === words ? null : `In the article: ${words}`,
    origin || null,
    url ? linked(url, claim.text) : null,
  ]
    .filter(Boolean)
    .join("\n");
}

function holder(claim) {
  const name = holderOf(claim);
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return claim.holder.kind === "author" && claim.holder.name ? `${claim.holder.name} (the author)` : capital;
}

/** A link that leads to the words: https://wicg.github.io/scroll-to-text-fragment/ */
function linked(url, text) {
  const words = text.split(" … ")[0].split(" ").slice(0, LINKED_WORDS).join(" ");
  return `${url.split("#")[0]}#:~:text=${encodeURIComponent(words).replaceAll("-", "%2D")}`;
}
