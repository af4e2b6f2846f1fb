import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiCall, refuseUnknownParameters } from "#app/api/problem.server.ts";
import { AppError } from "#app/domain/errors.ts";
import { publicSupplier } from "#app/domain/public-supplier.ts";
import { wrongSiret } from "#app/domain/wrong-siret.ts";
import { publicSource } from "#app/exports/public-source.ts";
import { currentVersions } from "#app/versions.server.ts";
import { getSupplier, listRecords } from "#db/suppliers.server.ts";

/** `GET /api/v1/suppliers/{id or siret}`: one supplier, with the source and date of what is said of it. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
	const { services } = context;
	return apiCall(async () => {
		refuseUnknownParameters(new URL(request.url), []);
		const id = params["id"] ?? "";
		const supplier = await getSupplier(services.db, id).catch((error: unknown) => {
			throw wrongSiret(id) ?? error;
		});
		const shown = publicSupplier(supplier);
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
