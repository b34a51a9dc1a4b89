package org.linli.polls.paper;

import static org.linli.platform.database.Columns.text;

import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Who stands in a frozen register, and who of them has voted.
@Component
public class Register {

    private final DatabaseClient database;

    Register(DatabaseClient database) {
        this.database = database;
    }

    /// One voice of it.
    ///
    /// @param voted whether there is a ballot of theirs in the box
    /// @param agent the resident who votes for them; empty: nobody
    public record Entry(Voter voter, boolean voted, String agent) {

        @Override
        public String toString() {
            return "Entry[]";
        }
    }

    /// By their homes.
    public Flux<Entry> of(Poll poll) {
        return after(poll, "", "", Integer.MAX_VALUE);
    }

    /// The same in pieces.
    ///
    /// @param place of the last entry before, `voter` likewise; empty: from the first
    public Flux<Entry> after(Poll poll, String place, String voter, int most) {
        return database.sql("""
                        select r.voter, r.place, r.voted, coalesce(p.agent, '') agent from polls.register r
                        left join polls.proxies p on p.community_id = r.community_id and p.poll = r.poll
                          and p.voter = r.voter
                        where r.community_id = $1 and r.poll = $2 and (r.place, r.voter) > ($3, $4)
                        order by r.place, r.voter limit $5""")
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .bind("$3", place)
                .bind("$4", voter)
                .bind("$5", most)
                .map(row -> new Entry(
                        new Voter(text(row, "voter"), text(row, "place"), ""),
                        Boolean.TRUE.equals(row.get("voted", Boolean.class)),
                        text(row, "agent")))
                .all();
    }
}
