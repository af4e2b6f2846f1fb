import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiCall } from "#app/api/problem.server.ts";
import { AppError } from "#app/domain/errors.ts";
import { publicSupplier } from "#app/domain/public-supplier.ts";
import { publicSource } from "#app/exports/public-source.ts";
import { currentVersions } from "#app/versions.server.ts";
import { getSupplier, listRecords } from "#db/suppliers.server.ts";

/** `GET /api/v1/suppliers/{id or siret}`: one supplier, with the source and date of what is said of it. */
export function loader({ params, context }: LoaderFunctionArgs) {
	const { services } = context;
	return apiCall(async () => {
		const id = params["id"] ?? "";
		const shown = publicSupplier(await getSupplier(services.db, id));
		if (!shown) throw new AppError("supplier-not-found", { id });
		const records = await listRecords(services.db, shown.supplier.id);
		return {
			...shown.supplier,
			withheld: shown.withheld,
			sources: records.map(publicSource),
			versions: await currentVersions(services),
		};
	});
}
