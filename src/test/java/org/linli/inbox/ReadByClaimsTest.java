package org.linli.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.RowsRead;
import org.linli.platform.jobs.RoundRobin;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;

/// However many messages wait, and whatever PostgreSQL believes about that, a look reads a few rows and a claim little
/// more than it takes.
@LinliTest
@Import(WithParrot.class)
class ReadByClaimsTest {

    private static final int SHARE = 16;
    private static final int OF_A_COMMUNITY = 10_000 / 39 + 1;
    private static final String CLAIM = "claim(now(), now(), 'c7', %d)".formatted(SHARE);

    @Value("${linli.database-url}")
    String url;

    RowsRead session;

    @BeforeEach
    void nothingWaits() throws SQLException {
        session = new RowsRead(
                url,
                Map.of(
                        "look(text, timestamptz, int)", Leases.LOOK,
                        "claim(timestamptz, timestamptz, text, int)", Leases.CLAIM));
        session.run("truncate inbox.arrivals");
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        session.run("truncate inbox.arrivals");
        session.close();
    }

    /// Then a claim may read all of its community, of others nothing.
    @Test
    void whatNobodyHasCountedYet() throws SQLException {
        tenThousandWait();

        lookReadsLittle();
        assertThat(session.by(CLAIM)).isLessThanOrEqualTo(3L * OF_A_COMMUNITY);
    }

    @Test
    void aFullTableThatWasCounted() throws SQLException {
        tenThousandWait();
        session.run("analyze inbox.arrivals");

        littleIsRead();
    }

    /// Until then all that waits is read: to plan each look anew would cost more, every time.
    @Test
    void aPlanKeptSinceTheTableWasEmptyGoesWhenItIsCountedWhichTheDatabaseDoesWithinAMinute() throws SQLException {
        session.run("vacuum analyze inbox.arrivals");
        for (int i = 0; i < 12; i++) {
            littleIsRead();
        }
        tenThousandWait();
        session.run("analyze inbox.arrivals");

        littleIsRead();
    }

    private void littleIsRead() throws SQLException {
        lookReadsLittle();
        assertThat(session.by(CLAIM))
                .as("candidates, what is locked of them, and what is changed")
                .isLessThanOrEqualTo(4L * SHARE);
    }

    private void lookReadsLittle() throws SQLException {
        assertThat(session.by("look('c7', now(), %d)".formatted(RoundRobin.ROWS)))
                .as("behind the community, and from the start")
                .isLessThanOrEqualTo(2L * RoundRobin.ROWS);
    }

    private void tenThousandWait() throws SQLException {
        session.run("""
                insert into inbox.arrivals
                    (community_id, channel, account, platform_id, conversation, message, received_at)
                select 'c' || n % 39, 'parrot', 'nest', 'm' || n, 'p' || n, '{}', now()
                from generate_series(1, 10000) n""");
    }
}
