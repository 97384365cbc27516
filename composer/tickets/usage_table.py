"""How the rules fare on one desk: counts that belong to no ticket, and which rule its agent softened."""

from collections.abc import Mapping

from composer.lint.usage import Usage
from composer.tickets.store import Store


class UsageTable(Store):
    """Counts by rule; nothing of a mail or a draft is in them."""

    def count_usage(self, counts: Mapping[str, Usage]) -> None:
        """Add counts to those of each rule; negative ones take back, never below nothing."""
        with self._writing():
            for rule, more in counts.items():
                self._execute(
                    "INSERT INTO rule_usage (rule, shown, fixed, dismissed) "
                    "VALUES (?1, max(?2, 0), max(?3, 0), max(?4, 0)) ON CONFLICT (rule) DO UPDATE SET "
                    "shown = max(shown + ?2, 0), fixed = max(fixed + ?3, 0), "
                    "dismissed = max(dismissed + ?4, 0)",
                    rule,
                    more.shown,
                    more.fixed,
                    more.dismissed,
                )

    def rule_usage(self) -> dict[str, Usage]:
        """Return the counts of every rule that was ever shown."""
        rows = self._all("SELECT * FROM rule_usage ORDER BY rule")
        return {row["rule"]: Usage(row["shown"], row["fixed"], row["dismissed"]) for row in rows}

    def soften(self, rule: str, softened: bool = True) -> None:
        """Let a rule weigh less on this desk, or as much as before."""
        with self._writing():
            self._execute(
                "INSERT INTO rule_usage (rule, softened) VALUES (?1, ?2) "
                "ON CONFLICT (rule) DO UPDATE SET softened = ?2",
                rule,
                int(softened),
            )

    def softened(self) -> frozenset[str]:
        """Return the rules that weigh less on this desk."""
        return frozenset(row["rule"] for row in self._all("SELECT rule FROM rule_usage WHERE softened"))
