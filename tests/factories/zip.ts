import { deflateRawSync } from "node:zlib";

/** A file of an archive. `declaredBytes`: what its headers say it weighs once inflated, when they lie. */
interface ZipFile {
	readonly name: string;
	readonly content: Buffer;
	readonly declaredBytes?: number | undefined;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;

/** An archive of these files, their checksums left at zero. */
function makeZip(files: readonly ZipFile[]): Buffer {
	const bodies: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, content, declaredBytes = content.length } of files) {
		const packed = deflateRawSync(content, { level: 9 });
		const label = Buffer.from(name);
		const local = Buffer.alloc(30);
		local.writeUInt32LE(LOCAL, 0);
		local.writeUInt16LE(DEFLATED, 8);
		local.writeUInt32LE(packed.length, 18);
		local.writeUInt32LE(declaredBytes, 22);
		local.writeUInt16LE(label.length, 26);
		const central = Buffer.alloc(46);
		central.writeUInt32LE(CENTRAL, 0);
		central.writeUInt16LE(DEFLATED, 10);
		central.writeUInt32LE(packed.length, 20);
		central.writeUInt32LE(declaredBytes, 24);
		central.writeUInt16LE(label.length, 28);
		central.writeUInt32LE(offset, 42);
		bodies.push(local, label, packed);
		directory.push(central, label);
		offset += local.length + label.length + packed.length;
	}
	const entries = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(END, 0);
	end.writeUInt16LE(files.length, 8);
	end.writeUInt16LE(files.length, 10);
	end.writeUInt32LE(entries.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...bodies, entries, end]);
}

const NS = "http://schemas.openxmlformats.org";
const PARTS: Record<string, string> = {
	"[Content_Types].xml": `<Types xmlns="${NS}/package/2006/content-types"/>`,
	"_rels/.rels": `<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="rId1" Type="${NS}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	"xl/workbook.xml": `<workbook xmlns="${NS}/spreadsheetml/2006/main" xmlns:r="${NS}/officeDocument/2006/relationships"><sheets><sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>`,
	"xl/_rels/workbook.xml.rels": `<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="rId1" Type="${NS}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};
const ROW =
	'<row><c t="inlineStr"><is><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></is></c></row>';

/** A small workbook whose sheet inflates to `bytes`; `declaredBytes` when its headers say otherwise. */
export function makeBombWorkbook(bytes: number, declaredBytes?: number): Buffer {
	const sheet = `<worksheet xmlns="${NS}/spreadsheetml/2006/main"><sheetData>${ROW.repeat(Math.ceil(bytes / ROW.length))}</sheetData></worksheet>`;
	return makeZip([
		...Object.entries(PARTS).map(([name, text]) => ({ name, content: Buffer.from(text) })),
		{ name: "xl/worksheets/sheet1.xml", content: Buffer.from(sheet), declaredBytes },
	]);
}
