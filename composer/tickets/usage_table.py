"""How the rules fare on one desk: counts by rule, and which rule its agent softened."""

from collections.abc import Mapping

from composer.lint.usage import Usage
from composer.tickets.store import Store, stored


class UsageTable(Store):
    """Counts by rule; nothing of a mail or a draft is in them."""

    def count_usage(self, counts: Mapping[str, Usage], ticket_id: int = 0) -> None:
        """Add counts to those of each rule; negative ones take back, never below nothing.

        With ``ticket_id`` what was fixed and dismissed is remembered with the ticket, for the report.
        """
        with self._writing():
            for rule, more in counts.items():
                if more.fixed or more.dismissed:
                    self._keep_settled(ticket_id, rule, more)
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

    def _keep_settled(self, ticket_id: int, rule: str, more: Usage) -> None:
        """Remember what became of findings in a ticket, unless there is none, or it was erased."""
        self._execute(
            "INSERT INTO settled_findings (ticket_id, rule, settled_at, fixed, dismissed) "
            "SELECT id, ?, ?, ?, ? FROM tickets WHERE id = ?",
            rule,
            stored(self._clock()),
            more.fixed,
            more.dismissed,
            ticket_id,
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
