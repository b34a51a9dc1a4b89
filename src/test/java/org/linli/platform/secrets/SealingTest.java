package org.linli.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliTest;
import org.linli.SettableClock;
import org.linli.platform.database.Columns;
import org.linli.platform.retention.Forgets;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestConstructor;

/// On tables of its own and with keys of its own, in a real PostgreSQL.
@LinliTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class SealingTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final SealedColumn SECRET = new SealedColumn("sealing_test.kept", "secret", "community_id", "id");

    private final DatabaseClient database;
    private final List<KeepsSealed> kept;
    private final SealAnew withTheKeysOfTheProgram;
    private final List<Forgets> forgets;

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-06-10T08:00:00Z"));
    private Sealing sealing;
    private SealAnew seal;
    private SealWhatIsStored job;

    SealingTest(
            DatabaseClient database, List<KeepsSealed> kept, SealAnew withTheKeysOfTheProgram, List<Forgets> forgets) {
        this.database = database;
        this.kept = kept;
        this.withTheKeysOfTheProgram = withTheKeysOfTheProgram;
        this.forgets = List.copyOf(forgets);
    }

    @BeforeEach
    void threeSecretsFromBeforeThereWereKeys() throws Exception {
        run("create schema if not exists sealing_test");
        run("create table if not exists sealing_test.kept (community_id text, id text, secret text)");
        run("truncate sealing_test.kept");
        run("insert into sealing_test.kept values ('lm', 'a', 'sesame'), ('lm', 'b', 'mellon'), ('hq', 'a', null)");
        sealing = keys("keys.json");
        seal = new SealAnew(database, sealing);
        job = new SealWhatIsStored(List.of(() -> List.of(SECRET)), sealing, seal, clock);
    }

    @AfterEach
    void nothingIsLeft() {
        run("drop schema sealing_test cascade");
    }

    @Test
    void afterARoundTheTableHoldsNoSecretAndEachIsStillRead() {
        assertThat(opened("a")).isEqualTo("sesame");
        assertThat(job.round().block()).isEqualTo(2);

        assertThat(dump()).doesNotContain("sesame", "mellon").contains("sealed:");
        assertThat(opened("a")).isEqualTo("sesame");
        assertThat(opened("b")).isEqualTo("mellon");
        clock.pass(A_DAY);
        assertThat(job.round().block()).isZero();
    }

    @Test
    void whatAReplicaThatHadNotReadOfTheKeyStoredIsSealedAtALaterLook() {
        job.round().block();
        run("update sealing_test.kept set secret = 'openly' where id = 'b'");

        assertThat(job.round().block()).as("looked at a moment ago").isZero();
        assertThat(dump()).contains("openly");
        clock.pass(Duration.ofSeconds(30));
        assertThat(job.round().block()).isEqualTo(1);
        assertThat(dump()).doesNotContain("openly");
    }

    @Test
    void aTableOfManyBatchesIsWalkedThroughOnce() {
        run("insert into sealing_test.kept select 'lm', 'm' || i, 'open ' || i from generate_series(1, 450) i");

        assertThat(job.round().block()).isEqualTo(200);
        assertThat(job.round().block()).isEqualTo(200);
        run("update sealing_test.kept set secret = 'behind us' where id = 'a'");
        assertThat(job.round().block()).isEqualTo(52);
        assertThat(job.round().block()).as("all were looked at").isZero();

        assertThat(dump()).contains("behind us").doesNotContain("open ");
    }

    @Test
    void whatWasForgottenStaysEmpty() {
        job.round().block();
        run("update sealing_test.kept set secret = '' where id = 'b'");

        clock.pass(A_DAY);
        assertThat(job.round().block()).isZero();
        assertThat(opened("b")).isEmpty();
    }

    @Test
    void anOrderIsForgottenOnce() {
        var forget = forgets.stream()
                .filter(it -> it.name().equals("forget-orders"))
                .findFirst()
                .orElseThrow();
        run("truncate hotline.rejected, hotline.orders");
        run("""
            insert into hotline.orders
              (community_id, number, words, place, caller, phone, category, received_at, taken_at, taken_by)
            values ('lm', 'o-1', '灯坏了', '', '李', '', '', now() - interval '40 years', now(), 's')""");

        assertThat(forget.round().block()).isEqualTo(1);
        kept.stream()
                .flatMap(it -> it.sealed().stream())
                .filter(it -> it.table().equals("hotline.orders"))
                .forEach(column -> seal.all(column).block());

        assertThat(forget.round().block()).isZero();
        run("truncate hotline.rejected, hotline.orders");
    }

    @Test
    void aNewKeySealsEverythingAnewAndTheOldOneIsNoLongerNeeded() {
        job.round().block();
        String before = dump();

        new CheckKeys(job, seal, sealing, true, Duration.ZERO).run().block();

        assertThat(dump()).isNotEqualTo(before).contains(sealing.beginning().orElseThrow());
        assertThat(job.round().block()).as("a new key, and nothing is left").isZero();
        assertThat(opened("b")).isEqualTo("mellon");
    }

    @Test
    void ofFilesEachIsSealedAnewByItself() {
        assertThat(seal.batch(SECRET.ofFiles(), List.of()).block())
                .isEqualTo(new SealAnew.Batch(1, List.of("lm", "a")));
        assertThat(seal.batch(SECRET.ofFiles(), List.of("lm", "a")).block())
                .isEqualTo(new SealAnew.Batch(1, List.of("lm", "b")));

        assertThat(seal.all(SECRET.ofFiles()).block()).isZero();
        assertThat(dump()).doesNotContain("sesame", "mellon");
    }

    @Test
    void anotherReplicaFollowsTheFile() throws Exception {
        var other = keys("keys.json");
        new CheckKeys(job, seal, sealing, true, Duration.ZERO).run().block();

        assertThatThrownBy(() -> open(other, "a")).hasMessageContaining("not at hand");
        other.readAgain();

        assertThat(open(other, "a")).isEqualTo("sesame");
    }

    @Test
    void theStartSaysThatTheKeysAreNotThoseOfThisDatabase() throws Exception {
        job.round().block();
        var others = keys("others.json");
        var check = new CheckKeys(job, new SealAnew(database, others), others, false, Duration.ZERO);

        assertThatThrownBy(() -> check.run().block())
                .isInstanceOf(WrongKeys.class)
                .hasMessageMatching(
                        "what is kept in sealing_test\\.kept\\.secret lm . was sealed with key [0-9a-f]{8}, which is not at hand");
        var explained = Objects.requireNonNull(new ExplainWrongKeys().analyze(WrongKeys.missing("0a", "x")));
        assertThat(explained.getAction()).contains("LINLI_KEYS");
    }

    @Test
    void aSecretInTheRowOfAnotherOpensNothing() {
        job.round().block();
        run(
                "update sealing_test.kept set secret = (select secret from sealing_test.kept where id = 'b') where id = 'a'");

        assertThatThrownBy(() -> opened("a")).isInstanceOf(WrongKeys.class);
    }

    @Test
    void everythingThatAModuleSealsIsThereAndCanBeSealed() {
        var columns = kept.stream().flatMap(it -> it.sealed().stream()).toList();

        assertThat(columns)
                .extracting(it -> it.table() + "." + it.column())
                .contains(
                        "community.import_drafts.sealed",
                        "hotline.files.sealed",
                        "hotline.senders.secret",
                        "notices.seal.secret",
                        "open311.hooks.secret",
                        "polls.logs.sign_key",
                        "polls.seals.secret",
                        "whistles.seal.secret");
        for (var column : columns) {
            withTheKeysOfTheProgram.opened(column).blockLast();
        }
    }

    @Test
    void withoutAFileTextsStayAsTheyAreAndSealedOnesAreNotGuessed() throws Exception {
        job.round().block();
        var none = new Sealing("", folder, "postgresql://elsewhere/linli");

        assertThat(none.seal(SECRET, "sesame", "lm", "a")).isEqualTo("sesame");
        assertThatThrownBy(() -> open(none, "a")).hasMessageContaining("not at hand");
        assertThat(none.index(SECRET, "lm", "李")).isEmpty();
    }

    private Sealing keys(String file) throws Exception {
        return new Sealing(folder.resolve(file).toString(), folder, "postgresql://elsewhere/linli");
    }

    private String opened(String id) {
        return open(sealing, id);
    }

    private String open(Sealing with, String id) {
        String stored = database.sql("select secret from sealing_test.kept where community_id = 'lm' and id = $1")
                .bind(0, id)
                .map(row -> String.valueOf(row.get("secret", String.class)))
                .one()
                .block();
        return with.open(SECRET, String.valueOf(stored), "lm", id);
    }

    private String dump() {
        return String.valueOf(database.sql("select string_agg(kept::text, ' ' order by id) as t from sealing_test.kept")
                .map(row -> Columns.text(row, "t"))
                .one()
                .block());
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }
}
