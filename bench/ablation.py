"""What each source of evidence for names is worth: strict F1 with all of them, and with each left out.

Usage: python bench/ablation.py [--gold GOLD DOCUMENTS]… [--readme]

On corpus/gold; on the shared development gold where it lies beside the repository; on each GOLD (a file, or a folder of
``*.gold.jsonl``) with the folder of its texts. Only scores are printed. ``--readme`` puts the table of corpus/gold between
the ablation markers of README.md, and prints it.

Without further variants: «everything» is what `glane extract` does without options.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from common import ROOT, table

import glane
from glane.components.names import DEFAULT_SOURCES
from glane.components.records import make_records
from glane.evaluate.evaluation import evaluate
from glane.evaluate.measure import Tally
from glane.evaluate.pairing import pair_documents
from glane.evaluate.sides import read_mentions
from glane.text.shadow import make_shadow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language

    from glane.evaluate.evaluation import Evaluation

SHARED = ROOT.parent / "shared" / "gold"
README = ROOT / "README.md"
NAMES = ("organisation", "programme")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts with gold.

    Attributes:
        name: for the table.
        texts: by document id.
        gold: a file, or a folder of ``*.gold.jsonl``.
    """

    name: str
    texts: dict[str, str]
    gold: Path


@dataclass(frozen=True, slots=True)
class Variant:
    """A choice of evidence.

    Attributes:
        name: for the table.
        short: the same for the head of a column; empty where it has none.
        sources: of names.
        emptied: whether no entity is known at all, not even to link definitions to.
        model: whether the statistical model is asked for parts of speech.
        recogniser: whether it reads every line for entities too.
    """

    name: str
    short: str
    sources: tuple[str, ...] = tuple(DEFAULT_SOURCES)
    emptied: bool = False
    model: bool = True
    recogniser: bool = False


def _without(source: str) -> tuple[str, ...]:
    return tuple(other for other in DEFAULT_SOURCES if other != source)


VARIANTS = (
    Variant("everything", "everything"),
    Variant("without the knowledge base", "no knowledge base", _without("knowledge")),
    Variant("with the knowledge base emptied", "knowledge base emptied", emptied=True),
    Variant("without the grammar", "no grammar", _without("grammar")),
    Variant("without the acronyms", "no acronyms", _without("acronyms")),
    Variant("without the document", "no document", _without("document")),
    Variant("with NER everywhere (`--ner`)", "with NER", (*DEFAULT_SOURCES, "ner"), recogniser=True),
    Variant("without a model (`--no-ner`)", "no model", model=False),
)


@dataclass(frozen=True, slots=True)
class Result:
    """Scores of a variant on a corpus: organisations with programmes, and all kinds."""

    names: Tally
    overall: Tally


def read_corpus(name: str, gold: Path, documents: Path) -> Corpus:
    texts = {
        path.relative_to(documents).with_suffix("").as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(documents.rglob("*.txt"))
    }
    return Corpus(name, texts, gold)


def own_corpus() -> Corpus:
    return read_corpus("corpus/", ROOT / "corpus" / "gold", ROOT / "corpus" / "documents")


def measure(corpus: Corpus, nlp: Language) -> dict[str, Result]:
    """Score all variants on a corpus."""
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder) / "no-knowledge"
        pack.mkdir()
        (pack / "off.tsv").write_text("id\nkb:*\n", encoding="utf-8")
        return {variant.name: _score(corpus, _components(nlp, variant, pack)) for variant in VARIANTS}


def _components(nlp: Language, variant: Variant, pack: Path) -> list[Any]:
    components = []
    for name in nlp.pipe_names:
        config: dict[str, Any] = {}
        if variant.emptied and name not in {"glane_mentions", "glane_model"}:
            config["packs"] = [str(pack)]
        if name == "glane_model":
            if not variant.model:
                continue
            config["recogniser"] = variant.recogniser
        if name == "glane_names":
            config["sources"] = list(variant.sources)
        components.append(nlp.create_pipe(name, config=config))
    return components


def _score(corpus: Corpus, components: Sequence[Any]) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "records.jsonl"
        with path.open("w", encoding="utf-8") as lines:
            for document, text in corpus.texts.items():
                state = components[0].begin(make_shadow(text), None)
                for component in components[1:]:
                    component.annotate(state)
                records = make_records(
                    state,
                    text,
                    document_id=document,
                    source=document,
                    title=None,
                    date=None,
                    rules_version="",
                )
                lines.writelines(record.model_dump_json() + "\n" for record in records)
        evaluation = evaluate(pair_documents(read_mentions(corpus.gold), read_mentions(path)), samples=0)
    return Result(_tally_names(evaluation), evaluation.overall.tally)


def _tally_names(evaluation: Evaluation) -> Tally:
    return sum((kind.tally for kind in evaluation.kinds if kind.kind in NAMES), Tally())


def render(results: dict[str, Result]) -> str:
    """Lay out the scores; they are the same in every run."""
    rows = []
    everything = results[VARIANTS[0].name]
    for name, result in results.items():
        prf = result.names.strict_prf
        change = "" if result is everything else f" ({_f1(result.names) - _f1(everything.names):+.3f})"
        f1 = f"{_f1(result.names):.3f}{change}"
        rows.append([name, f"{prf.precision or 0:.2f}", f"{prf.recall or 0:.2f}", f1, f"{_f1(result.overall):.3f}"])
    head = ["evidence", "names: precision", "recall", "strict F1", "all kinds: strict F1"]
    return table(head, rows)


def _f1(tally: Tally) -> float:
    return tally.strict_prf.f1 or 0.0


def make_table() -> str:
    """Measure on corpus/ and lay out what stands in README.md between its markers: a variant a column."""
    results = measure(own_corpus(), glane._default())
    shown = [variant for variant in VARIANTS if variant.short]
    found = [results[variant.name] for variant in shown]
    rows = [
        ["names", *(f"{_f1(result.names):.2f}" for result in found)],
        ["all kinds", *(f"{_f1(result.overall):.2f}" for result in found)],
    ]
    return "\n" + table(["strict F1", *(variant.short for variant in shown)], rows) + "\n"


def _fill_readme() -> str:
    sys.path.insert(0, str(ROOT / "scripts"))
    from readme_blocks import fill

    found = make_table()
    README.write_text(fill(README.read_text(encoding="utf-8"), "ablation", found), encoding="utf-8")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", nargs=2, type=Path, action="append", default=[], metavar=("GOLD", "DOCUMENTS"))
    parser.add_argument("--readme", action="store_true", help="write the table of corpus/gold into README.md")
    arguments = parser.parse_args()
    if arguments.readme:
        print(_fill_readme())
        return
    corpora = [own_corpus()]
    shared = SHARED / "documents.gold.jsonl"
    if shared.exists():
        corpora.append(read_corpus("shared development gold", shared, SHARED / "documents"))
    corpora += [read_corpus(gold.name, gold, documents) for gold, documents in arguments.gold]
    for corpus in corpora:
        results = measure(corpus, glane._default())
        everything = results[VARIANTS[0].name]
        print(f"{corpus.name}: {everything.names.gold} names, {everything.overall.gold} mentions in gold\n")
        print(render(results))


if __name__ == "__main__":
    main()
