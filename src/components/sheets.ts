import type { CSSResult } from "lit";

/** What each shadow root wears, in order; the key stays when what is worn for it becomes another. */
const worn = new WeakMap<ShadowRoot, Map<object, CSSResult>>();

/** The sheets of each document: a sheet is shared within its document and holds in no other. */
const made = new WeakMap<Document, WeakMap<CSSResult, CSSStyleSheet>>();

/**
 * Gives a shadow root a style sheet, once.
 *
 * @param key what the styles are for; another style for the same key takes the place of the one before
 */
export function dress(
	root: ShadowRoot,
	style: CSSResult,
	key: object = style,
): void {
	const styles = worn.get(root) ?? new Map<object, CSSResult>();
	worn.set(root, styles);
	if (styles.get(key) === style) return;
	styles.set(key, style);
	redress(root);
}

/** Gives a shadow root its sheets anew: it loses them when it is moved into another document. */
export function redress(root: ShadowRoot): void {
	root.adoptedStyleSheets = [...(worn.get(root)?.values() ?? [])].flatMap(
		(style) => sheetIn(root.ownerDocument, style) ?? [],
	);
}

function sheetIn(document: Document, style: CSSResult): CSSStyleSheet | null {
	const sheets = made.get(document) ?? new WeakMap<CSSResult, CSSStyleSheet>();
	made.set(document, sheets);
	let sheet = sheets.get(style);
	// A document without a window shows nothing.
	const view = document.defaultView;
	if (!sheet && view) {
		sheet = new view.CSSStyleSheet();
		sheet.replaceSync(style.cssText);
		sheets.set(style, sheet);
	}
	return sheet ?? null;
}
