package org.linli.polls.works;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.linli.cases.SpokenTime;
import org.linli.platform.database.CommunityId;
import org.linli.polls.rounds.Round;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What is due when, of all that is carried out.
@Component
public class Milestones {

    private static final int MOST_LATE = 200;

    /// One that is late, with its round.
    record Late(CommunityId community, String round, Milestone it) {

        @Override
        public String toString() {
            return "Late[" + community + " " + round + " " + it.proposal() + "/" + it.number() + "]";
        }
    }

    private final DatabaseClient database;
    private final Clock clock;

    Milestones(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// In the order of their dates.
    public Flux<Milestone> of(Round round) {
        return database.sql("""
                        select * from polls.milestones where community_id = $1 and round = $2
                        order by proposal, due_on, number""")
                .bind("$1", round.community().value())
                .bind("$2", round.id())
                .map(Milestones::milestone)
                .all();
    }

    public Mono<Void> add(Round round, int proposal, String title, LocalDate dueOn) {
        return database.sql("""
                        insert into polls.milestones (community_id, round, proposal, number, title, due_on)
                        select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5 from polls.milestones
                        where community_id = $1 and round = $2 and proposal = $3""")
                .bind("$1", round.community().value())
                .bind("$2", round.id())
                .bind("$3", proposal)
                .bind("$4", title)
                .bind("$5", dueOn)
                .then();
    }

    /// Done twice it was done the first time. Never empty: `false` where there is no such milestone.
    public Mono<Boolean> reached(Round round, int proposal, int number) {
        return database.sql("""
                        update polls.milestones set done_at = coalesce(done_at, $5)
                        where community_id = $1 and round = $2 and proposal = $3 and number = $4""")
                .bind("$1", round.community().value())
                .bind("$2", round.id())
                .bind("$3", proposal)
                .bind("$4", number)
                .bind("$5", clock.instant().atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// Late, and not called since that day: those first that were tried longest ago.
    Flux<Late> late(LocalDate today, LocalDate calledBefore) {
        return database.sql("""
                        select * from polls.milestones where done_at is null and due_on < $1
                        and (called_on is null or called_on < $2)
                        order by tried_at nulls first, due_on limit $3""")
                .bind("$1", today)
                .bind("$2", calledBefore)
                .bind("$3", MOST_LATE)
                .map(row -> new Late(new CommunityId(text(row, "community_id")), text(row, "round"), milestone(row)))
                .all();
    }

    /// @param told whether anybody was; otherwise it is tried again
    Mono<Void> tried(Late late, LocalDate today, boolean told) {
        return database.sql("""
                        update polls.milestones set tried_at = $7, called_on = case when $6 then $5 else called_on end
                        where community_id = $1 and round = $2 and proposal = $3 and number = $4""")
                .bind("$1", late.community().value())
                .bind("$2", late.round())
                .bind("$3", late.it().proposal())
                .bind("$4", late.it().number())
                .bind("$5", today)
                .bind("$6", told)
                .bind("$7", clock.instant().atOffset(UTC))
                .then();
    }

    private static Milestone milestone(Readable row) {
        var done = instantOrNull(row, "done_at");
        return new Milestone(
                integer(row, "proposal"),
                integer(row, "number"),
                text(row, "title"),
                Objects.requireNonNull(row.get("due_on", LocalDate.class)),
                done == null ? null : LocalDate.ofInstant(done, SpokenTime.ZONE),
                row.get("called_on", LocalDate.class));
    }
}
