package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.durability.LargePlatform.Trouble;
import org.linli.platform.embedded.TestServers;

/// A notice to a whole quarter, while the process dies twice and an emergency comes in between.
@Tag("long")
class LargeNoticeIT {

    private static final int PEOPLE = Integer.getInteger("notice.people", 100_000);

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void everyRecipientEndsInOneTrueStateAndNobodyIsToldTwice() throws Exception {
        String database = TestServers.newDatabase();
        try (var ledger = new Ledger(database);
                var platform = new LargePlatform();
                var linli = LinliProcess.asItIs(settings(database, platform))) {
            fill(ledger);
            begin(ledger, "large", "IMPORTANT", 2);
            awaitTaken(platform, PEOPLE / 10);
            linli.killAndStartAgain();
            awaitTaken(platform, PEOPLE / 4);

            var begun = Instant.now();
            begin(ledger, "urgent", "EMERGENCY", 0);
            while (!platform.first.containsKey("emergency")) {
                LinliProcess.pause(Duration.ofMillis(5));
            }
            var overtook = Duration.between(begun, platform.first.get("emergency"));

            awaitTaken(platform, PEOPLE / 2);
            linli.killAndStartAgain();
            awaitAll(ledger);
            report(ledger, platform, overtook);
            everybodyHasOneTrueState(ledger, platform);
            assertThat(overtook).as("an emergency overtakes").isLessThan(Duration.ofSeconds(5));
        }
    }

    private static List<String> settings(String database, LargePlatform platform) {
        var settings = new ArrayList<>(List.of(
                "--linli.database-url=" + database,
                "--linli.redis-url=" + TestServers.redis(),
                "--linli.demo=false",
                "--linli.community.import="
                        + Path.of("deploy/demo/community.yaml").toAbsolutePath()));
        settings.addAll(platform.settings());
        return settings;
    }

    /// Everybody wrote yesterday, so that they may be written to.
    private static void fill(Ledger ledger) throws Exception {
        String account = PlatformUnderLoad.CALLS.account();
        String addressless = numbers(Trouble.NO_ADDRESS);
        ledger.execute("delete from community.tags; delete from community.identities; delete from community.residents");
        ledger.execute("""
                insert into community.residents (community_id, id, name, home, verified)
                select 'lm', 'p' || lpad(n::text, 7, '0'), '居民' || n,
                       'b' || (1 + n %% 6), true from generate_series(1, %d) n""".formatted(PEOPLE));
        ledger.execute("""
                insert into community.identities (community_id, address, resident)
                select 'lm', 'wechat:%s:person:o' || n, 'p' || lpad(n::text, 7, '0')
                from generate_series(1, %d) n where not n %% 1000 in (%s)""".formatted(account, PEOPLE, addressless));
        ledger.execute("""
                insert into ledger.acts (community_id, address, act, at)
                select 'lm', address, 'MESSAGE', now() from community.identities""");
        ledger.execute("analyze community.residents; analyze community.identities; analyze ledger.acts");
    }

    private static String numbers(Trouble trouble) {
        return IntStream.range(0, 1_000)
                .filter(it -> Trouble.of(it) == trouble)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
    }

    /// As an approval leaves it; the emergency is for one building.
    private static void begin(Ledger ledger, String id, String importance, int urgency) throws Exception {
        String audience = urgency == 0 ? "1栋" : "全体";
        ledger.execute("""
                insert into notices.notices (community_id, id, kind, importance, title, words, audience, valid_from,
                  valid_until, send_at, state, writer, written_at, approver, print, version)
                values ('lm', '%1$s', 'SAFETY', '%2$s', '标题', '正文', '%3$s', now(), now() + interval '1 day', now(),
                  'APPROVED', 'chen', now(), 'xu', '%1$s', 2);
                insert into notices.spreads (community_id, notice, urgency, ready_at, followed_until)
                values ('lm', '%1$s', %4$d, now(), now() + interval '7 days')""".formatted(id, importance, audience, urgency));
    }

    private static void awaitTaken(LargePlatform platform, int letters) {
        while (platform.taken.size() < letters) {
            LinliProcess.pause(Duration.ofMillis(50));
        }
    }

    private static void awaitAll(Ledger ledger) throws Exception {
        while (ledger.number("select count(*) from notices.spreads where not over") > 0
                || ledger.number("select count(*) from notices.recipients where fate in ('POSTED', 'WAITING')") > 0) {
            LinliProcess.pause(Duration.ofSeconds(1));
        }
    }

    private static void everybodyHasOneTrueState(Ledger ledger, LargePlatform platform) throws Exception {
        assertThat(ledger.number(of("count(*)", "true"))).isEqualTo(PEOPLE);
        assertThat(platform.taken.values()).as("nobody is told twice").containsOnly(1);
        for (var trouble : Trouble.values()) {
            String mine = "substr(who, 2)::int %% 1000 in (%s)".formatted(numbers(trouble));
            // at a kill, a letter that was just leaving may have arrived
            assertThat(ledger.number(
                            of("count(*)", mine + " and fate not in ('%s', 'UNKNOWN')".formatted(trouble.fate))))
                    .as("%s ends as %s", trouble, trouble.fate)
                    .isZero();
        }
        int accepted = ledger.number(of("count(*)", "fate = 'ACCEPTED'"));
        int unknown = ledger.number(of("count(*)", "fate = 'UNKNOWN'"));
        assertThat(accepted).isLessThanOrEqualTo(platform.taken.size());
        assertThat(accepted + unknown)
                .as("whoever was told is not counted as missed")
                .isGreaterThanOrEqualTo(platform.taken.size());
    }

    private static String of(String what, String condition) {
        return "select %s from notices.recipients where notice = 'large' and not starts_with(who, 'group:') and %s"
                .formatted(what, condition);
    }

    private static void report(Ledger ledger, LargePlatform platform, Duration overtook) throws Exception {
        var lines = new ArrayList<String>();
        lines.add("people " + PEOPLE + ", taken by the platform " + platform.taken.size());
        lines.add("emergency overtook after " + overtook.toMillis() + " ms");
        lines.add(ledger.text("""
                select string_agg(fate || ' ' || n, ', ' order by fate) from (
                    select fate, count(*) n from notices.recipients where notice = 'large' group by fate) it"""));
        Files.write(Path.of("target", "large-notice.txt"), lines);
    }
}
