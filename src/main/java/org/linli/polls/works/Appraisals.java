package org.linli.polls.works;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.polls.rounds.Round;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What residents think of projects, in sums.
@Component
public class Appraisals {

    /// @param of     number of the proposal, or name of the unit
    /// @param people how many have said it
    /// @param sum    of their scores
    /// @param using  who said that they use it, of `asked` who said whether they do
    public record Score(String of, long people, long sum, long using, long asked) {

        /// Of fewer, an average would tell what one of them has said.
        private static final long FEWEST = 3;

        public boolean isTold() {
            return people >= FEWEST;
        }

        /// With one decimal, `4.3`; of at least one.
        public String average() {
            return mean().toPlainString();
        }

        /// The same as a number.
        public BigDecimal mean() {
            return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(people), 1, RoundingMode.HALF_UP);
        }
    }

    private static final String SUMS = """
            count(*) people, sum(a.score)::bigint score, count(*) filter (where a.used) using_it,
            count(a.used) asked from polls.appraisals a
            """;

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final DatabaseClient database;

    Appraisals(DatabaseClient database) {
        this.database = database;
    }

    /// By proposal; none of those that nobody has appraised.
    public Flux<Score> of(Round round) {
        return database.sql("select a.proposal::text of_what, " + SUMS
                        + "where a.community_id = $1 and a.round = $2 group by a.proposal order by a.proposal")
                .bind("$1", round.community().value())
                .bind("$2", round.id())
                .map(Appraisals::score)
                .all();
    }

    /// By the unit that carried out, over all rounds.
    public Flux<Score> ofUnits(CommunityId community) {
        return ofUnits(community, Instant.EPOCH, NEVER);
    }

    /// The same of what was said from one instant on and before another.
    public Flux<Score> ofUnits(CommunityId community, Instant from, Instant before) {
        return database.sql("select p.unit of_what, " + SUMS + """
                        join polls.proposals p on p.community_id = a.community_id and p.round = a.round
                          and p.number = a.proposal
                        where a.community_id = $1 and a.at >= $2 and a.at < $3 group by p.unit order by p.unit""")
                .bind("$1", community.value())
                .bind("$2", from.atOffset(UTC))
                .bind("$3", before.atOffset(UTC))
                .map(Appraisals::score)
                .all();
    }

    /// What somebody said last without saying whether they use it.
    ///
    /// @param round the round's id
    public record Unsaid(String round, Appraisal it, Instant at) {}

    /// Empty where they have said it, or nothing since then.
    ///
    /// @param by as a voter is called
    public Mono<Unsaid> unsaid(CommunityId community, String by, Instant since) {
        return database.sql("""
                        select * from polls.appraisals
                        where community_id = $1 and appraiser = $2 and at > $3 order by at desc limit 1""")
                .bind("$1", community.value())
                .bind("$2", by)
                .bind("$3", since.atOffset(UTC))
                .map(row -> new Unsaid(
                        text(row, "round"),
                        new Appraisal(
                                integer(row, "proposal"),
                                integer(row, "score"),
                                row.get("used", Boolean.class),
                                text(row, "words")),
                        instant(row, "at")))
                .one()
                .filter(last -> last.it().used() == null);
    }

    private static Score score(Readable row) {
        return new Score(
                text(row, "of_what"),
                number(row, "people"),
                number(row, "score"),
                number(row, "using_it"),
                number(row, "asked"));
    }
}
