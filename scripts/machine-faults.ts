/** What the machine, not the user's file, refused: French sentences by the code of the error. */
const FAULTS: Record<string, string> = {
	EACCES: "n’est pas accessible : vérifiez vos droits sur ce fichier et son dossier.",
	EPERM: "n’est pas accessible : vérifiez vos droits sur ce fichier et son dossier.",
	EROFS: "est sur un disque en lecture seule : choisissez un autre dossier.",
	ENOENT: "n’existe pas : vérifiez le chemin.",
	ENOTDIR: "n’est pas dans un dossier : vérifiez le chemin.",
	EEXIST: "existe déjà et n’est pas un dossier : vérifiez le chemin.",
	EISDIR: "est un dossier : donnez le chemin d’un fichier.",
	ENOSPC: "n’a pas pu être écrit : il n’y a plus de place sur le disque.",
	EIO: "n’a pas pu être lu : le disque a répondu par une erreur.",
	EMFILE: "n’a pas pu être ouvert : trop de fichiers sont ouverts sur cette machine.",
	SQLITE_CANTOPEN: "la base ne peut pas être ouverte : vérifiez VIVIER_DATA_DIR et vos droits.",
	SQLITE_READONLY: "la base est en lecture seule : vérifiez vos droits sur VIVIER_DATA_DIR.",
	SQLITE_NOTADB:
		"le fichier de la base n’est pas une base Vivier : reprenez une copie avec « vivier restore ».",
	SQLITE_CORRUPT: "la base est endommagée : reprenez une copie avec « vivier restore ».",
	SQLITE_FULL: "il n’y a plus de place sur le disque : la base est restée comme elle était.",
	SQLITE_BUSY: "la base est occupée par une autre commande : réessayez dans un instant.",
	SQLITE_IOERR: "le disque a répondu par une erreur : la base est restée comme elle était.",
};

/** One sentence for a fault of the machine (disk, rights, base); null for anything else, which is a fault of ours. */
export function machineFault(error: unknown): string | null {
	if (!(error instanceof Error)) return null;
	// better-sqlite3 looks at the folder by itself, and gives no code.
	if (/directory does not exist/.test(error.message))
		return "le dossier n’existe pas : vérifiez le chemin, ou créez-le.";
	if (!("code" in error)) return null;
	const code = String(error.code);
	const base = /^SQLITE_[A-Z]+/.exec(code)?.[0];
	const words = FAULTS[base ?? code];
	if (words === undefined) return null;
	if (base !== undefined) return words;
	const path = "path" in error ? `« ${String(error.path)} » ` : "un fichier ";
	return `${path}${words}`;
}
