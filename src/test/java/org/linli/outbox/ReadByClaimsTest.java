package org.linli.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.RowsRead;
import org.linli.platform.jobs.RoundRobin;
import org.springframework.beans.factory.annotation.Value;

/// However many letters are due, and whatever PostgreSQL believes about that, a look reads a few rows and a claim
/// little
/// more than it takes.
@OutboxTest
class ReadByClaimsTest {

    private static final int SHARE = 16;
    private static final int OF_A_COMMUNITY = 10_000 / 39 + 1;
    private static final String CLAIM =
            "claim(now(), now(), %d, '{}', '{}', %d, '{}', 'c7', 1)".formatted(SHARE, SHARE);

    @Value("${linli.database-url}")
    String url;

    RowsRead session;

    @BeforeEach
    void nothingIsDue() throws SQLException {
        session = new RowsRead(
                url,
                Map.of(
                        "look(text, timestamptz, int)", LetterTurns.ALL,
                        "emergencies(text, timestamptz, int)", LetterTurns.EMERGENCIES,
                        "claim(timestamptz, timestamptz, int, text[], int[], int, text[], text, int)",
                                LetterQueue.CLAIM));
        session.run("truncate outbox.letters");
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        session.run("truncate outbox.letters");
        session.close();
    }

    /// Then a claim may read all of its community, of others nothing.
    @Test
    void whatNobodyHasCountedYet() throws SQLException {
        tenThousandAreDue();

        lookReadsLittle();
        assertThat(session.by(CLAIM)).isLessThanOrEqualTo(3L * OF_A_COMMUNITY);
    }

    @Test
    void aFullTableThatWasCounted() throws SQLException {
        tenThousandAreDue();
        session.run("analyze outbox.letters");

        littleIsRead();
    }

    /// Until then all that waits is read: to plan each look anew would cost more, every time.
    @Test
    void aPlanKeptSinceTheTableWasEmptyGoesWhenItIsCountedWhichTheDatabaseDoesWithinAMinute() throws SQLException {
        session.run("vacuum analyze outbox.letters");
        for (int i = 0; i < 12; i++) {
            littleIsRead();
        }
        tenThousandAreDue();
        session.run("analyze outbox.letters");

        littleIsRead();
    }

    private void littleIsRead() throws SQLException {
        lookReadsLittle();
        assertThat(session.by(CLAIM))
                .as("each account's candidates, what is locked of them, and what is changed")
                .isLessThanOrEqualTo(3L * 3 * SHARE);
    }

    private void lookReadsLittle() throws SQLException {
        assertThat(session.by("look('c7', now(), %d)".formatted(RoundRobin.ROWS)))
                .as("behind the community, and from the start")
                .isLessThanOrEqualTo(2L * RoundRobin.ROWS);
        assertThat(session.by("emergencies('c7', now(), %d)".formatted(RoundRobin.ROWS)))
                .as("emergencies alone")
                .isLessThanOrEqualTo(10);
    }

    private void tenThousandAreDue() throws SQLException {
        session.run("""
                insert into outbox.letters (community_id, key, address, template, facts, state, created_at, urgency)
                select 'c' || n % 39, 'l' || n, 'parrot:nest' || n % 3 || ':person:p' || n, 'hello', '{}', 'due', now(),
                       case when n % 1000 = 0 then 0 else 1 end
                from generate_series(1, 10000) n""");
    }
}
