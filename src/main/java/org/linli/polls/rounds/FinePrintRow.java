package org.linli.polls.rounds;

import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.counting.Settings.Start;
import org.linli.polls.counting.Utility;
import org.linli.polls.rounds.FinePrint.Ties;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/// The columns of a [FinePrint].
final class FinePrintRow {

    private FinePrintRow() {}

    /// A round that a program of before has opened says nothing of what is worth: as usual.
    static FinePrint read(Readable row, BallotKind kind) {
        var usual = FinePrint.usual(kind);
        @Nullable String utility = row.get("utility", String.class);
        return new FinePrint(
                utility == null ? usual.utility() : Utility.named(utility).orElseThrow(IllegalArgumentException::new),
                Start.named(text(row, "start_with")).orElseThrow(IllegalArgumentException::new),
                Boolean.TRUE.equals(row.get("exhaustive", Boolean.class)),
                Boolean.TRUE.equals(row.get("comparison", Boolean.class)),
                number(row, "increment"),
                number(row, "threshold"),
                integer(row, "seats"),
                Ties.valueOf(text(row, "ties")));
    }

    static GenericExecuteSpec bind(GenericExecuteSpec insert, FinePrint it) {
        return insert.bind("$27", it.utility().word())
                .bind("$28", it.start().word())
                .bind("$29", it.exhaustive())
                .bind("$30", it.comparison())
                .bind("$31", it.increment())
                .bind("$32", it.threshold())
                .bind("$33", it.seats())
                .bind("$34", it.ties().name());
    }
}
