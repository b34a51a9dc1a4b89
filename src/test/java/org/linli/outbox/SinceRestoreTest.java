package org.linli.outbox;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;
import static org.linli.channels.parrot.ParrotChannel.COMMUNITY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.SettableClock;
import org.linli.Shows;
import org.linli.channels.Address;
import org.linli.channels.parrot.ParrotChannel;
import org.linli.outbox.SinceRestore.Settled;
import org.linli.outbox.SinceRestore.Wish;
import org.linli.outbox.UndeliveredLetters.Undelivered;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.OwnAccord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/// What fell due between a backup and the moment when it was brought back, residents may have had already: it waits for
/// somebody. [org.linli.deploy.BackupIT] shows that `deploy/restore` begins it.
@OutboxTest
class SinceRestoreTest {

    private static final Address WANG = ParrotChannel.person("wang");

    @Autowired
    Effects effects;

    @Autowired
    SinceRestore restores;

    @Autowired
    UndeliveredLetters undelivered;

    @Autowired
    LetterHistory history;

    @Autowired
    DatabaseClient database;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void restored() {
        completed(database.sql("truncate outbox.letters, outbox.deliveries, outbox.history, outbox.restores")
                .then());
        completed(database.sql("insert into outbox.restores (community_id, restored_at) values ($1, $2)")
                .bind("$1", COMMUNITY.value())
                .bind("$2", clock.instant().atOffset(UTC))
                .then());
    }

    @Shows("the database is restored from a backup")
    @Test
    void whatAJobWouldSayByItselfWaitsAndEverythingElseLeaves() {
        byItself("reminder", "hello");
        byItself("fire", "emergency-hello");
        completed(effects.commit(List.of(letter("answer", "hello"))));

        assertThat(state("reminder")).isEqualTo("unknown SINCE_RESTORE");
        assertThat(state("fire")).isEqualTo("due ");
        assertThat(state("answer")).isEqualTo("due ");
        assertThat(result(restores.of(COMMUNITY)).letters()).isEqualTo(1);
        assertThat(results(undelivered.list(COMMUNITY, 0)))
                .singleElement()
                .satisfies(it -> assertThat(it.mayHaveArrived()).isTrue());
    }

    @Test
    void theSameReminderWaitsOnceHoweverOftenItsJobRuns() {
        byItself("reminder", "hello");
        byItself("reminder", "hello");

        assertThat(result(restores.of(COMMUNITY)).letters()).isEqualTo(1);
    }

    @Test
    void oneTapSendsAllAndLettersLeaveByThemselvesAgain() {
        byItself("reminder", "hello");

        assertThat(settled(Wish.SEND)).contains(1L);

        byItself("later", "hello");
        assertThat(state("reminder")).isEqualTo("due ");
        assertThat(state("later")).isEqualTo("due ");
        assertThat(noted()).isEqualTo("send 1");
        assertThat(restores.of(COMMUNITY).blockOptional()).isEmpty();
        assertThat(settled(Wish.SEND)).as("nothing is left to be decided").isEmpty();
    }

    @Test
    void whatIsDroppedIsNeverSentAndItsHistorySaysWhy() {
        byItself("reminder", "hello");

        assertThat(settled(Wish.DROP)).contains(1L);

        assertThat(state("reminder")).startsWith("sent");
        assertThat(results(history.of(COMMUNITY, "reminder")))
                .extracting(LetterHistory.Step::step)
                .containsExactly("dropped");
        assertThat(results(undelivered.list(COMMUNITY, 0))).isEmpty();
        assertThat(noted()).isEqualTo("drop 1");
    }

    @Test
    void withoutARestoreNothingWaits() {
        completed(database.sql("truncate outbox.restores").then());

        byItself("reminder", "hello");

        assertThat(state("reminder")).isEqualTo("due ");
        assertThat(settled(Wish.SEND)).isEmpty();
    }

    @Test
    void oneCanBeDroppedAndTheOthersGoOnWaiting() {
        byItself("reminder", "hello");
        byItself("other", "hello");

        assertThat(results(undelivered.list(COMMUNITY, 0))).allMatch(Undelivered::mayBeDropped);
        assertThat(dropped("reminder")).isTrue();

        assertThat(state("reminder")).startsWith("sent");
        assertThat(state("other")).isEqualTo("unknown SINCE_RESTORE");
        assertThat(results(history.of(COMMUNITY, "reminder")))
                .extracting(LetterHistory.Step::step)
                .containsExactly("dropped");
        assertThat(noted()).isEqualTo("drop one");
        assertThat(dropped("reminder")).as("a second time").isFalse();
    }

    @Test
    void whatDoesNotWaitForThatIsNotDropped() {
        completed(effects.commit(List.of(letter("answer", "hello"))));

        assertThat(dropped("answer")).isFalse();
        completed(database.sql("update outbox.letters set state = 'unknown', reason = 'SENDER_GONE'")
                .then());

        assertThat(dropped("answer")).isFalse();
        assertThat(state("answer")).isEqualTo("unknown SENDER_GONE");
    }

    private boolean dropped(String key) {
        return result(undelivered.drop(COMMUNITY, "chen", key));
    }

    private Optional<Long> settled(Wish wish) {
        return restores.settle(COMMUNITY, "chen", wish).blockOptional().map(Settled::letters);
    }

    private void byItself(String key, String template) {
        completed(OwnAccord.of(effects.commit(List.of(letter(key, template)))));
    }

    private static Letter letter(String key, String template) {
        return new Letter(COMMUNITY, key, WANG, template, Map.of("words", key));
    }

    private String state(String key) {
        return result(database.sql(
                        "select state || ' ' || coalesce(reason, '') from outbox.letters where community_id = $1 and key = $2")
                .bind("$1", COMMUNITY.value())
                .bind("$2", key)
                .mapValue(String.class)
                .one());
    }

    private String noted() {
        return result(database.sql("""
                        select detail from audit.entries
                        where community_id = $1 and who = 'chen' and about = 'letters-since-restore' order by id desc limit 1""")
                .bind("$1", COMMUNITY.value())
                .mapValue(String.class)
                .one());
    }
}
