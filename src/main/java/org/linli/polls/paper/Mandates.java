package org.linli.polls.paper;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.linli.polls.Poll;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who wants to vote by whom, before both have said yes; and who does.
@Component
public class Mandates {

    /// @param voter     whose voice it is
    /// @param principal the resident who says so
    /// @param toldAt    where they are told
    /// @param agent     the resident who is to give it
    /// @param offered   whether the principal has confirmed it, and the agent is asked
    public record Mandate(String voter, String principal, String toldAt, String agent, boolean offered, Instant at) {

        @Override
        public String toString() {
            return "Mandate[]";
        }
    }

    /// How a voice is given by somebody else now.
    ///
    /// @param used whether they have voted by it
    public record Held(String agent, boolean used) {

        @Override
        public String toString() {
            return "Held[]";
        }
    }

    private final DatabaseClient database;

    Mandates(DatabaseClient database) {
        this.database = database;
    }

    /// Empty where this voice is offered to nobody.
    public Mono<Mandate> of(Poll poll, String voter) {
        return on(poll, "select * from polls.mandates where community_id = $1 and poll = $2 and voter = $3")
                .bind("$3", voter)
                .map(Mandates::mandate)
                .one();
    }

    /// What this resident is asked to do for others, the earliest first.
    public Flux<Mandate> offeredTo(Poll poll, String agent) {
        return on(poll, """
                        select * from polls.mandates
                        where community_id = $1 and poll = $2 and agent = $3 and state = 'OFFERED' order by at""").bind("$3", agent).map(Mandates::mandate).all();
    }

    /// Empty where nobody gives this voice for its voter.
    public Mono<Held> held(Poll poll, String voter) {
        return on(poll, """
                        select agent, used_at is not null used from polls.proxies
                        where community_id = $1 and poll = $2 and voter = $3""")
                .bind("$3", voter)
                .map(row -> new Held(text(row, "agent"), Boolean.TRUE.equals(row.get("used", Boolean.class))))
                .one();
    }

    /// How many voices of others this resident gives. Never empty.
    public Mono<Long> heldBy(Poll poll, String agent) {
        return on(poll, "select count(*) n from polls.proxies where community_id = $1 and poll = $2 and agent = $3")
                .bind("$3", agent)
                .map(row -> number(row, "n"))
                .one();
    }

    private GenericExecuteSpec on(Poll poll, String sql) {
        return database.sql(sql).bind("$1", poll.community().value()).bind("$2", poll.id());
    }

    private static Mandate mandate(Readable row) {
        return new Mandate(
                text(row, "voter"),
                text(row, "principal"),
                text(row, "told_at"),
                text(row, "agent"),
                text(row, "state").equals("OFFERED"),
                instant(row, "at"));
    }
}
