package org.linli.outbox;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.linli.channels.Address;
import org.linli.channels.Channel;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Which letters are to be sent now: to each address in the order in which they were decided, one at a time.
@Component
class LetterQueue {

    static final Duration LEASE = Duration.ofSeconds(60);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    private static final TypeReference<List<Letter.Picture>> PICTURES = new TypeReference<>() {};

    /// Waits for the disk: a letter whose claim is forgotten by a crash could be sent twice.
    ///
    /// Looks into each account's line for as many as it has places free, two more for emergencies, and passes
    /// over those that stand behind others, see [LettersBehind]. An older letter lets younger ones to its
    /// address go first only while it neither holds them nor is due itself; an emergency waits for nobody but
    /// another.
    ///
    /// How long the lines are changes faster than the planner learns it: `offset 0` and `lateral` leave it no
    /// choice but to look up each letter by an index.
    private static final String CLAIM = """
            with recursive accounts as (
                (select account from outbox.letters where state = 'due' and not behind order by account limit 1)
                union all
                select (select b.account from outbox.letters b
                        where b.state = 'due' and not b.behind and b.account > a.account order by b.account limit 1)
                from accounts a where a.account is not null
            ), free as (
                select a.account, greatest(0, $6 - coalesce(busy.taken, 0)) as places
                from accounts a left join unnest($4::text[], $5::int[]) as busy(account, taken) using (account)
                where a.account is not null and a.account <> all($7)
            ), first as (
                select it.*, row_number() over (partition by it.account order by it.urgency, it.id) as turn
                from free cross join lateral (
                    select a.community_id, a.key, a.account, a.urgency, a.id from outbox.letters a
                    where a.state = 'due' and not a.behind and a.account = free.account
                      and a.urgency <= case when free.places > 0 then 2 else 0 end
                      and (a.not_before is null or a.not_before <= $1)
                      and not exists (
                          select from outbox.letters b
                          where b.community_id = a.community_id and b.address = a.address and b.state = 'sending'
                          offset 0)
                      and not exists (
                          select from outbox.letters b
                          where b.community_id = a.community_id and b.address = a.address and b.state = 'due'
                            and b.behind in (true, false) and (b.urgency, b.id) < (a.urgency, a.id)
                            and (b.holds_until is null or b.holds_until > $1
                                 or b.not_before is null or b.not_before <= $1)
                          offset 0)
                    order by a.urgency, a.id limit greatest(2, free.places)
                ) it
            ), next as (
                select it.* from (
                    select community_id, key from first order by (urgency > 0), turn, id limit $3) picked
                cross join lateral (
                    select a.community_id, a.key from outbox.letters a
                    where a.community_id = picked.community_id and a.key = picked.key
                      and a.state = 'due' and not a.behind
                    for update skip locked) it
            )
            update outbox.letters a
            set state = 'sending', attempts = a.attempts + 1, lease_until = $2
            from next where a.community_id = next.community_id and a.key = next.key
            returning a.community_id, a.key, a.address, a.template, a.facts::text as facts, a.pictures::text as pictures, a.attempts, a.failures,
                      a.parts_sent, coalesce(a.way, '') as way, a.urgency = 0 as urgent, a.failed_ways,
                      (select count(*) from first) > $3
                          or exists (select from first join free using (account)
                                     where first.turn >= greatest(2, free.places)) as more
            """;

    /// What one look found.
    ///
    /// @param more whether another look may find something that nobody has rung for since
    record Claim(List<ClaimedLetter> letters, boolean more) {}

    private record Row(ClaimedLetter letter, boolean more) {}

    private final DatabaseClient database;
    private final List<Channel> channels;
    private final Clock clock;

    LetterQueue(DatabaseClient database, ObjectProvider<Channel> channels, Clock clock) {
        this.database = database;
        this.channels = channels.stream().toList();
        this.clock = clock;
    }

    /// At most so many. Never empty; the list is when nothing is due.
    ///
    /// @param busy how many letters of which account are on their way
    Mono<Claim> claim(int most, Map<String, Integer> busy) {
        var accounts = List.copyOf(busy.keySet());
        Instant now = clock.instant();
        return database.sql(CLAIM)
                .bind("$1", now.atOffset(UTC))
                .bind("$2", now.plus(LEASE).atOffset(UTC))
                .bind("$3", most)
                .bind("$4", accounts.toArray(String[]::new))
                .bind("$5", accounts.stream().map(busy::get).toArray(Integer[]::new))
                .bind("$6", Busy.MOST_AN_ACCOUNT)
                .bind("$7", elsewhere())
                .map(row -> new Row(claimed(row), Boolean.TRUE.equals(row.get("more", Boolean.class))))
                .all()
                .collectList()
                .map(rows -> new Claim(
                        rows.stream().map(Row::letter).toList(), rows.stream().anyMatch(Row::more)));
    }

    /// The accounts for which only another replica can send.
    private String[] elsewhere() {
        return channels.stream()
                .flatMap(channel -> channel.elsewhere().stream().map(it -> channel.id() + ":" + it))
                .toArray(String[]::new);
    }

    private static ClaimedLetter claimed(Readable row) {
        return new ClaimedLetter(
                letter(row),
                integer(row, "attempts"),
                integer(row, "failures"),
                integer(row, "parts_sent"),
                text(row, "way"),
                Boolean.TRUE.equals(row.get("urgent", Boolean.class)),
                List.of(Objects.requireNonNull(row.get("failed_ways", String[].class))));
    }

    static Letter letter(Readable row) {
        return new Letter(
                new CommunityId(text(row, "community_id")),
                text(row, "key"),
                Address.parse(text(row, "address")),
                text(row, "template"),
                JSON.readValue(text(row, "facts"), FACTS),
                pictures(row));
    }

    static List<Letter.Picture> pictures(Readable row) {
        return JSON.readValue(text(row, "pictures"), PICTURES);
    }
}
