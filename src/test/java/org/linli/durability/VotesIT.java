package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.platform.embedded.TestServers;
import org.linli.polls.Seals.Seal;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Settings;
import org.linli.polls.counting.TieOrder;
import org.linli.polls.counting.Utility;
import org.linli.polls.log.Level;
import org.linli.polls.logbook.NewLog;
import org.linli.polls.published.Declared;

/// 50,000 ballots over three replicas, of which each is killed: exactly the accepted ones count, each once, and the log
/// has an entry for each and no other.
@Tag("long")
class VotesIT {

    private static final int VOTERS = 50_000;
    private static final String SECRET = "0123456789abcdef".repeat(4);
    private static final String LOG = "lm-fire-1";

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void exactlyTheAcceptedBallotsAreCounted() throws Exception {
        String database = TestServers.newDatabase();
        var settings = List.of(
                "--linli.database-url=" + database,
                "--linli.redis-url=" + TestServers.redis(),
                "--linli.demo=true",
                "--linli.demo-board=false");
        try (var ledger = new Ledger(database);
                var first = LinliProcess.asItIs(settings);
                var second = LinliProcess.asItIs(settings);
                var third = LinliProcess.asItIs(settings)) {
            open(ledger);
            var replicas = List.of(first, second, third);
            var voters = new Ballots(
                    () -> replicas.get(ThreadLocalRandom.current().nextInt(3)).base());
            Instant begun = Instant.now();
            var voting = CompletableFuture.runAsync(
                    () -> voters.cast(VOTERS), task -> Thread.ofPlatform().start(task));
            for (var replica : replicas) {
                LinliProcess.pause(Duration.ofSeconds(5));
                replica.killAndStartAgain();
            }
            voting.join();
            Duration took = Duration.between(begun, Instant.now());
            System.out.printf(
                    "%d voters, %d answers in %d s, %d a second, three kills; %d gave up%n",
                    VOTERS,
                    voters.answers.get(),
                    took.toSeconds(),
                    voters.answers.get() / Math.max(1, took.toSeconds()),
                    voters.unknown.size());
            check(ledger, voters);
        }
    }

    private static void check(Ledger ledger, Ballots voters) throws SQLException {
        var box = box(ledger);
        var seal = new Seal(SECRET, LOG);
        voters.accepted.forEach((voter, choice) -> assertThat(box.remove(seal.token("voter-" + voter)))
                .as("voter %d", voter)
                .isEqualTo(choice));
        voters.unknown.forEach(voter -> box.remove(seal.token("voter-" + voter)));
        assertThat(box).as("ballots that nobody was told of").isEmpty();
        assertThat(voters.accepted).hasSizeGreaterThan(VOTERS * 9 / 10);

        int ballots = ledger.number("select count(*) from polls.ballots");
        assertThat(ledger.number("select count(*) from polls.register where voted"))
                .isEqualTo(ballots);
        assertThat(ledger.number("select count(*) from polls.entries where kind = 'CAST'")
                        - ledger.number("select count(*) from polls.entries where kind = 'REPLACED'"))
                .isEqualTo(ballots);
        assertThat(ledger.is("""
                (select count(*) = max(place) + 1 and count(*) = (select size from polls.logs) from polls.entries)""")).as("places without holes").isTrue();
        assertThat(ledger.is("""
                not exists (select from polls.ballots b where not exists (
                    select from polls.entries e where e.kind = 'CAST' and e.what = b.entry))""")).as("every ballot has its entry").isTrue();
        assertThat(ledger.is("""
                not exists (select from polls.entries where kind = 'CAST' group by what having count(*) > 1)""")).as("no entry is there twice").isTrue();
    }

    private static TreeMap<String, Integer> box(Ledger ledger) throws SQLException {
        var box = new TreeMap<String, Integer>();
        String rows = ledger.text("select string_agg(token || ' ' || choices[1], E'\n') from polls.ballots");
        rows.lines().forEach(it -> box.put(it.split(" ", 2)[0], Integer.valueOf(it.split(" ", 2)[1])));
        return box;
    }

    private static void open(Ledger ledger) throws SQLException {
        var settings =
                new Settings(Utility.COST, Completion.NONE, Settings.Start.FLOOR, false, false, 1, TieOrder.USUAL);
        var log = NewLog.of(new Declared(LOG, Level.BALLOTS, Level.FEW_BALLOTS, Rule.GREEDY, settings));
        ledger.execute("""
                insert into polls.polls (community_id, id, number, question, kind, most, voice, place, in_group, frozen, live,
                  asked_by, opens_at, closes_at)
                values ('lm', 'fire', 1, '种什么树', 'ONE', 1, 'PERSON', 's1', '', true, false, 'chen', now() - interval '1 h',
                        now() + interval '1 d')""");
        ledger.execute("""
                insert into polls.choices (community_id, poll, number, name, cost)
                select 'lm', 'fire', n, '树 ' || n, 0 from generate_series(1, 5) n""");
        ledger.execute(
                "insert into polls.seals (community_id, poll, secret) values ('lm', 'fire', '%s')".formatted(SECRET));
        ledger.execute("""
                insert into polls.logs (community_id, poll, check_key, sign_key, declared, size)
                values ('lm', 'fire', '%s', '%s', '%s', 1)""".formatted(
                        log.key().check().written(),
                        log.key().keep(),
                        String.join("\n", log.declared().lines())));
        ledger.execute("""
                insert into polls.entries (community_id, poll, place, kind, what, code)
                values ('lm', 'fire', 0, 'RULES', '%s', '')""".formatted(log.declared().entry().what().hex()));
        ledger.execute("""
                insert into polls.register (community_id, poll, voter, place, voted, ticket)
                select 'lm', 'fire', 'voter-' || n, 'b3', false,
                  encode(sha256(convert_to(left(encode(sha256(convert_to('voter ' || n, 'UTF8')), 'hex'), 40), 'UTF8')), 'hex')
                from generate_series(1, %d) n""".formatted(VOTERS));
    }
}
