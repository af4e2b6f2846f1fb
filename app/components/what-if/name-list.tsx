import { countOfWord, joinAnd } from "#app/domain/french-format.ts";

/** How many names are said before the rest is counted. */
const FIRST = 4;

/** Names in a sentence: the first ones, then how many others, which unfold. */
export function NameList({ names, first = FIRST }: { names: readonly string[]; first?: number }) {
	if (names.length <= first + 1) return <>{joinAnd(names)}</>;
	const others = names.length - first;
	return (
		<>
			{names.slice(0, first).join(", ")}{" "}
			<details className="more-names">
				<summary>et {countOfWord(others, "autre")}</summary>
				{joinAnd(names.slice(first))}
			</details>
		</>
	);
}
