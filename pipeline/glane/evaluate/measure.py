"""What is measured: counts that add up over documents and kinds, and the scores that follow from them."""

from __future__ import annotations

from dataclasses import dataclass, field, fields


@dataclass(frozen=True, slots=True)
class Prf:
    """Precision, recall and F1 from counts; ``None`` where there is nothing to divide by.

    Attributes:
        right: mentions found as they should be (a half for a partial one, where a scheme says so).
        predicted: mentions predicted.
        gold: mentions in gold.
    """

    right: float
    predicted: int
    gold: int

    @property
    def precision(self) -> float | None:
        """Share of what was predicted that is right."""
        return self.right / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """Share of gold that was found."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall, as ``2 right / (predicted + gold)``."""
        mass = self.predicted + self.gold
        return 2 * self.right / mass if mass else None


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many are right; `spurious`: predicted where gold states none (not in the total)."""

    right: int = 0
    total: int = 0
    spurious: int = 0

    @property
    def accuracy(self) -> float | None:
        """The share; ``None`` of nothing."""
        return self.right / self.total if self.total else None

    def __add__(self, other: Share) -> Share:
        """Sum of the counts."""
        return Share(self.right + other.right, self.total + other.total, self.spurious + other.spurious)


@dataclass(frozen=True, slots=True)
class BCubed:
    """B³ sums (Bagga and Baldwin 1998) over matched mentions of organisations and programmes.

    Of a mention with predicted cluster P and gold cluster G, both among the matched mentions of its kind and
    document: precision |P ∩ G| / |P|, recall |P ∩ G| / |G|. The score is their mean over mentions.
    """

    precision_sum: float = 0.0
    recall_sum: float = 0.0
    mentions: int = 0

    @property
    def precision(self) -> float | None:
        """Mean precision of the mentions."""
        return self.precision_sum / self.mentions if self.mentions else None

    @property
    def recall(self) -> float | None:
        """Mean recall of the mentions."""
        return self.recall_sum / self.mentions if self.mentions else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two."""
        if not self.mentions:
            return None
        return 2 * self.precision_sum * self.recall_sum / (self.precision_sum + self.recall_sum) / self.mentions

    def __add__(self, other: BCubed) -> BCubed:
        """Sum of the sums."""
        return BCubed(
            self.precision_sum + other.precision_sum,
            self.recall_sum + other.recall_sum,
            self.mentions + other.mentions,
        )


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of the annotation guide's scores; they add up over documents and kinds.

    Attributes:
        gold: gold mentions.
        predicted: predicted mentions.
        strict: pairs of the same kind, start and end.
        relaxed: pairs of the same kind whose spans overlap, each mention in one pair: as many exact pairs as
            there are, then as many others as can be.
        value: of the relaxed pairs whose value gold states, those with the right value.
        value_strict: the same of the strict pairs.
        of: of the relaxed pairs where gold says what is counted, those with the same first word.
        modifier: of the relaxed pairs where gold has a modifier, those with the same.
        entity: B³ of the relaxed pairs.
    """

    gold: int = 0
    predicted: int = 0
    strict: int = 0
    relaxed: int = 0
    value: Share = field(default_factory=Share)
    value_strict: Share = field(default_factory=Share)
    of: Share = field(default_factory=Share)
    modifier: Share = field(default_factory=Share)
    entity: BCubed = field(default_factory=BCubed)

    @property
    def strict_prf(self) -> Prf:
        """Strict precision, recall, F1."""
        return Prf(self.strict, self.predicted, self.gold)

    @property
    def relaxed_prf(self) -> Prf:
        """Relaxed precision, recall, F1."""
        return Prf(self.relaxed, self.predicted, self.gold)

    def __add__(self, other: Tally) -> Tally:
        """Sum of the counts."""
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


@dataclass(frozen=True, slots=True)
class Scheme:
    """Counts of a SemEval-2013 task 9.1 scheme.

    Every gold mention is correct, incorrect, partial or missed, every predicted one correct, incorrect,
    partial or spurious. Precision is ``(correct + partial / 2) / predicted``, recall the same by gold.
    """

    correct: int = 0
    incorrect: int = 0
    partial: int = 0
    missed: int = 0
    spurious: int = 0

    @property
    def prf(self) -> Prf:
        """Precision, recall, F1."""
        paired = self.correct + self.incorrect + self.partial
        return Prf(self.correct + self.partial / 2, paired + self.spurious, paired + self.missed)

    def __add__(self, other: Scheme) -> Scheme:
        """Sum of the counts."""
        return Scheme(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))
