import PDFDocument from "pdfkit";
import type { Layer, Mark, Scene, TextMark } from "../../scene/scene.ts";
import { isLayer } from "../../svg/markup.ts";
import type { Paint } from "../../svg/paint.ts";
import type { Face, Faces } from "./fonts.ts";

/** CSS pixels are 96, points 72 to the inch. */
const POINTS = 0.75;

/** What a document says of itself. */
export interface About {
	readonly title: string;
	readonly description: string;
	/** BCP 47 tag. */
	readonly lang: string;
	/** The date written into the file, so that the same figure is the same file. */
	readonly date: Date;
}

/**
 * A scene as a PDF of one page, drawn as vectors, text as text.
 *
 * @param pixels width of the figure
 * @param paint what paints a mark
 */
export function pdfOf(
	scene: Scene,
	pixels: number,
	paint: (mark: Mark) => Paint,
	faces: Faces,
	about: About,
): Promise<Uint8Array> {
	const { width, height, top = 0, layers } = scene;
	const scale = (pixels / width) * POINTS;
	const doc = new PDFDocument({
		size: [width * scale, height * scale],
		margin: 0,
		lang: about.lang,
		displayTitle: true,
		info: {
			Title: about.title,
			Subject: about.description,
			Creator: "tier-map",
			CreationDate: about.date,
			ModDate: about.date,
		},
	});
	const whole = new Promise<Uint8Array>((resolve, reject) => {
		const chunks: Uint8Array[] = [];
		doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
		doc.on("end", () => resolve(Buffer.concat(chunks)));
		doc.on("error", reject);
	});
	doc.scale(scale).translate(0, -top);
	for (const mark of layers.flatMap(marksOf))
		draw(doc, mark, paint(mark), faces);
	doc.end();
	return whole;
}

function marksOf(layer: Layer): Mark[] {
	return layer.marks.flatMap((item) =>
		isLayer(item) ? marksOf(item) : [item],
	);
}

function draw(
	doc: PDFKit.PDFDocument,
	mark: Mark,
	paint: Paint,
	faces: Faces,
): void {
	const { fill, stroke } = paint;
	if (mark.kind === "text") {
		doc.fillColor(fill ?? "#000000");
		write(doc, mark, faces);
		return;
	}
	if (mark.kind === "path") {
		if (!mark.d) return;
		doc.path(mark.d);
	} else if (mark.kind === "rect")
		doc.rect(mark.x, mark.y, mark.width, mark.height);
	else doc.circle(mark.x + mark.dx, mark.y + mark.dy, mark.r);
	const filled = fill && fill !== "none" ? fill : null;
	const [dash, gap] = (paint["stroke-dasharray"] ?? "").split(" ").map(Number);
	if (dash && gap) doc.dash(dash, { space: gap });
	else doc.undash();
	if (stroke)
		doc
			.lineWidth(paint["stroke-width"] ?? 1)
			.lineJoin(paint["stroke-linejoin"] ?? "miter");
	if (filled && stroke) doc.fillAndStroke(filled, stroke);
	else if (filled) doc.fill(filled);
	else if (stroke) doc.stroke(stroke);
}

/** One line of text, its runs one after another. */
function write(doc: PDFKit.PDFDocument, mark: TextMark, faces: Faces): void {
	doc.fontSize(mark.size);
	const runs = mark.runs.map(({ script, text }) => {
		const face = faces[script];
		const choose = () => useFont(doc, face, mark.bold ?? false);
		choose();
		return { text, choose, width: doc.widthOfString(text) };
	});
	const width = runs.reduce((sum, run) => sum + run.width, 0);
	let x =
		mark.x -
		(mark.anchor === "middle" ? width / 2 : mark.anchor === "end" ? width : 0);
	for (const { text, choose, width } of runs) {
		choose();
		doc.text(text, x, mark.y, { lineBreak: false, baseline: "alphabetic" });
		x += width;
	}
}

function useFont(
	doc: PDFKit.PDFDocument,
	face: Face | null,
	bold: boolean,
): void {
	const font = bold ? face?.bold : face?.regular;
	if (font?.name) doc.font(font.path, font.name);
	else if (font) doc.font(font.path);
	else doc.font(bold ? "Helvetica-Bold" : "Helvetica");
}
