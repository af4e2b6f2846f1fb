import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { todayInParis } from "#app/clock.server.ts";
import { SupplierSheet } from "#app/components/supplier/supplier-sheet.tsx";
import { supplierView } from "#app/components/supplier/supplier-view.server.ts";
import { TombstoneSheet } from "#app/components/supplier/tombstone-sheet.tsx";
import { toResponse } from "#app/http-errors.ts";

export async function loader({ params, context: { services } }: LoaderFunctionArgs) {
	const view = await supplierView(services, params["id"] ?? "", todayInParis()).catch(
		(error: unknown) => {
			throw toResponse(error);
		},
	);
	return data(view, { status: view.status === "open" ? 200 : 410 });
}

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
	{ title: view ? `${view.name} — Vivier` : "Structure introuvable — Vivier" },
];

export default function Supplier() {
	const view = useLoaderData<typeof loader>();
	return view.status === "open" ? <SupplierSheet view={view} /> : <TombstoneSheet view={view} />;
}
