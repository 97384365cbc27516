"""What an agent decided: about questions, findings, known issues and inserted passages."""

import json
from dataclasses import asdict
from typing import Any

from composer.questions.answer_state import Decisions
from composer.tickets.store import Store, loaded, stored
from composer.tickets.ticket import Dismissal, DismissalScope, Insertion, Ticket
from composer.tickets.ticket_table import TICKET_ROWS, ticket_of


class DecisionTable(Store):
    """Decisions of a ticket; they outlive edits, restarts and importing the mail again."""

    def decisions(self, ticket_id: int) -> Decisions:
        """Return what the agent decided about the questions of a ticket."""
        row = self._one("SELECT decisions FROM question_decisions WHERE ticket_id = ?", ticket_id)
        return _decisions(json.loads(row["decisions"])) if row else Decisions()

    def save_decisions(self, ticket_id: int, decisions: Decisions) -> None:
        """Remember what the agent decided about the questions of a ticket."""
        stored = asdict(decisions) | {"dismissed": sorted(decisions.dismissed)}
        with self._writing():
            self._execute(
                "INSERT INTO question_decisions (ticket_id, decisions) VALUES (?, ?) "
                "ON CONFLICT (ticket_id) DO UPDATE SET decisions = excluded.decisions",
                ticket_id,
                json.dumps(stored, ensure_ascii=False),
            )

    def dismiss(
        self,
        ticket_id: int,
        *,
        anchor: str,
        scope: DismissalScope,
        rule: str,
        words: str = "",
        reason: str = "",
    ) -> int:
        """Silence a finding here, its rule in this draft, or its rule everywhere; return its number."""
        with self._writing():
            return self._insert(
                "dismissals",
                ticket_id=None if scope is DismissalScope.RULE else ticket_id,
                scope=scope.value,
                rule=rule,
                anchor=anchor,
                words=words,
                reason=reason,
                made_at=stored(self._clock()),
            )

    def undismiss(self, dismissal_id: int) -> None:
        """Take a dismissal back."""
        with self._writing():
            self._execute("DELETE FROM dismissals WHERE id = ?", dismissal_id)

    def dismissals(self, ticket_id: int) -> tuple[Dismissal, ...]:
        """Return the dismissals that hold for a ticket, those for every ticket included."""
        rows = self._all(
            "SELECT * FROM dismissals WHERE ticket_id = ? OR ticket_id IS NULL ORDER BY id", ticket_id
        )
        return tuple(_dismissal(row) for row in rows)

    def link_issue(self, ticket_id: int, issue_id: str) -> None:
        """Note that a ticket is about a known issue; a second time changes nothing."""
        with self._writing():
            self._execute(
                "INSERT OR IGNORE INTO linked_issues VALUES (?, ?, ?)",
                ticket_id,
                issue_id,
                stored(self._clock()),
            )

    def unlink_issue(self, ticket_id: int, issue_id: str) -> None:
        """Take back that a ticket is about a known issue."""
        with self._writing():
            self._execute(
                "DELETE FROM linked_issues WHERE ticket_id = ? AND issue_id = ?", ticket_id, issue_id
            )

    def linked_issues(self, ticket_id: int) -> tuple[str, ...]:
        """Return the ids of the known issues that a ticket is about."""
        rows = self._all(
            "SELECT issue_id FROM linked_issues WHERE ticket_id = ? ORDER BY linked_at", ticket_id
        )
        return tuple(row["issue_id"] for row in rows)

    def tickets_of_issue(self, issue_id: str) -> tuple[Ticket, ...]:
        """Return the tickets that are about a known issue, oldest first."""
        rows = self._all(
            f"{TICKET_ROWS} WHERE tickets.id IN (SELECT ticket_id FROM linked_issues WHERE issue_id = ?) "
            "GROUP BY tickets.id ORDER BY tickets.received_at",
            issue_id,
        )
        return tuple(ticket_of(row) for row in rows)

    def linked_counts(self) -> dict[str, int]:
        """Return how many tickets are about each known issue that has any."""
        rows = self._all("SELECT issue_id, count(*) AS tickets FROM linked_issues GROUP BY issue_id")
        return {row["issue_id"]: row["tickets"] for row in rows}

    def note_insert(self, ticket_id: int, record_id: str, revision: str) -> None:
        """Note which record, in which version, went into a ticket's draft."""
        with self._writing():
            self._insert(
                "insertions",
                ticket_id=ticket_id,
                record_id=record_id,
                revision=revision,
                inserted_at=stored(self._clock()),
            )

    def insertions(self, ticket_id: int) -> tuple[Insertion, ...]:
        """Return what of the library went into a ticket's draft, in order."""
        rows = self._all(
            "SELECT * FROM insertions WHERE ticket_id = ? AND NOT put_away ORDER BY id", ticket_id
        )
        return tuple(
            Insertion(row["ticket_id"], row["record_id"], row["revision"], loaded(row["inserted_at"]))
            for row in rows
        )


def _dismissal(row: dict[str, Any]) -> Dismissal:
    return Dismissal(
        id=row["id"],
        ticket_id=row["ticket_id"],
        scope=DismissalScope(row["scope"]),
        rule=row["rule"],
        anchor=row["anchor"],
        words=row["words"],
        reason=row["reason"],
        made_at=loaded(row["made_at"]),
    )


def _decisions(stored: dict[str, Any]) -> Decisions:
    return Decisions(
        dismissed=frozenset(stored.get("dismissed", ())),
        added=tuple(stored.get("added", ())),
        linked=tuple((a, b) for a, b in stored.get("linked", ())),
        merged=tuple((a, b) for a, b in stored.get("merged", ())),
        split=tuple((a, int(b)) for a, b in stored.get("split", ())),
    )
