package org.linli.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.rights.Seeded.ADDRESS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.audit.Trail;
import org.linli.channels.Address;
import org.linli.community.IdentityDeclared;
import org.linli.community.ImportDrafts;
import org.linli.community.ImportDrafts.Draft;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.LateReplica;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;

/// Somebody who is in every table wants to be forgotten.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class ErasureTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final Address WRITES_FROM = Address.parse(ADDRESS);

    @Autowired
    DatabaseClient database;

    @Autowired
    ImportDrafts drafts;

    @Autowired
    KnownPeople people;

    @Autowired
    ShowPerson show;

    @Autowired
    List<PersonalData> contributors;

    @Autowired
    Effects effects;

    @Autowired
    ErasePeople erase;

    @Autowired
    DueErasures erasures;

    @Autowired
    SealedPerson sealed;

    @Autowired
    Trail trail;

    @Autowired
    Clock clock;

    @BeforeEach
    void somebodyIsEverywhere() {
        database.sql("delete from rights.erasures where done_at is null").then().block();
        new Seeded(database).everywhere();
    }

    @AfterEach
    void nobodyIs() {
        voteIsCounted();
        askToBeForgotten();
        untilNothingIsDue();
        new Seeded(database).cleared();
    }

    @Test
    void nothingIsLeftOfSomebodyInAnyTable() {
        assertThat(traces()).hasSizeGreaterThan(25);
        voteIsCounted();

        askToBeForgotten();
        untilNothingIsDue();

        assertThat(traces()).isEmpty();
        assertThat(text("select winner from polls.awards where id = 'award-e'")).isEqualTo("**");
        assertThat(number("select count(*) from rights.erasures where done_at is not null and person is null"))
                .isPositive();
    }

    @Test
    void whatBelongsToOthersStays() {
        voteIsCounted();
        askToBeForgotten();
        untilNothingIsDue();

        assertThat(text("select words from cases.cases where number = 'LM-E-2'"))
                .isEqualTo(Seeded.NEIGHBOURS_WORDS);
        assertThat(text("select words from cases.steps where number = 'LM-E-2'"))
                .isEqualTo("楼上**家也坏了");
        assertThat(text("select state || ' ' || is_open || ' ' || place from cases.cases where number = 'LM-E-1'"))
                .isEqualTo("NEW true b1");
        assertThat(number("select count(*) from polls.ballots where token = 'token-e'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from polls.register where poll = 'poll-e' and voted"))
                .isEqualTo(2);
        assertThat(text("select message->'content'->>'text' from inbox.arrivals where platform_id = 'p2'"))
                .isEqualTo(Seeded.NEIGHBOURS_WORDS + "。**家");
    }

    @Test
    void aVoteThatRunsKeepsItsRegisterUntilItIsCounted() {
        askToBeForgotten();
        untilNothingIsDue();

        assertThat(traces().keySet()).containsExactly("polls.register");
        assertThat(text("select array_to_string(waiting, ' ') from rights.erasures where done_at is null"))
                .isEqualTo("polls.register");

        voteIsCounted();
        untilNothingIsDue();
        assertThat(traces()).isEmpty();
    }

    @Test
    void whatWasInterruptedGoesOnAndTheTrailStaysWhole() {
        voteIsCounted();
        database.sql(
                        "create function pg_temp_refuse() returns trigger language plpgsql as 'begin raise exception ''gone''; end'")
                .then()
                .block();
        database.sql(
                        "create trigger refuse before delete on community.residents for each row execute function pg_temp_refuse()")
                .then()
                .block();
        askToBeForgotten();
        untilNothingIsDue();
        assertThat(number("select count(*) from rights.erasures where done_at is null"))
                .isEqualTo(1);

        database.sql("drop trigger refuse on community.residents").then().block();
        database.sql("drop function pg_temp_refuse()").then().block();
        untilNothingIsDue();

        assertThat(traces()).isEmpty();
        assertThat(number("select count(*) from rights.erasures where done_at is null"))
                .isZero();
        assertThat(number("select count(*) from audit.entries where what = 'ERASED'"))
                .isPositive();
        assertThat(Objects.requireNonNull(trail.verify(LM).block()).isSound()).isTrue();
    }

    @Test
    void everyTableThatHoldsSomethingOfPeopleSaysWhatBecomesOfIt() throws IOException {
        var said = contributors.stream()
                .flatMap(it -> it.tables().stream())
                .map(PersonalTable::name)
                .toList();
        var holding = Files.readAllLines(Path.of("deploy/security/personal.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> !cells[1].equals("nothing"))
                .map(cells -> cells[0])
                .toList();

        assertThat(said).doesNotHaveDuplicates().containsAll(holding);
        assertThat(contributors.stream().flatMap(it -> it.tables().stream()))
                .allMatch(it -> it.kept().isEmpty()
                        == !(it.statements().isEmpty() && it.shown().isEmpty() && it.files() == null));
    }

    @Test
    void whatTheyWriteWhileAVoteRunsStays() {
        askToBeForgotten();
        untilNothingIsDue();
        database.sql("""
                        insert into community.reaches (community_id, address, reached, at)
                        values ('lm', 'wechat:lm:person:oMuRong77', true, now())""").then().block();

        voteIsCounted();
        untilNothingIsDue();

        assertThat(traces().keySet()).containsExactly("community.reaches");
    }

    @Test
    void whatProgramsWereToldOfTheirCasesGoesThoughNobodyKnowsTheirName() {
        String unknown = "wechat:lm:person:oUnknown99";
        database.sql("update cases.cases set reporter_address = '%s' where number = 'LM-E-2'".formatted(unknown))
                .then()
                .block();
        database.sql("""
                        insert into api.calls (community_id, client, key, print, at, status, body)
                        values ('lm', 'eyes', 'k', 'p', now(), 200, '{"number":"LM-E-2"}')""").then().block();

        askToBeForgotten(Address.parse(unknown));
        untilNothingIsDue();

        assertThat(number("select count(*) from api.calls where client = 'eyes'"))
                .isZero();
    }

    @Test
    void whoItWasIsNotRememberedAgainByWhoeverComesSecond() {
        askToBeForgotten();
        var due = Objects.requireNonNull(erasures.claim().block());

        effects.commit(List.of(new Erased(due.community(), due.id(), clock.instant())))
                .block();
        erasures.remembered(due, due.person()).block();

        assertThat(number("select count(*) from rights.erasures where done_at is not null and person is not null"))
                .isZero();
    }

    @Test
    void twoReplicasThatSeeTheSameDoItOnce() {
        askToBeForgotten();

        assertThat(Mono.zip(claims(), claims(), Long::sum).block()).isEqualTo(1);
    }

    @Test
    void whomAnotherReplicaForgetsSinceTheyWereSeenIsLeftToIt() {
        askToBeForgotten();
        var late = new LateReplica(database, erasures.claim());

        assertThat(new DueErasures(late.database(), sealed, clock).claim().blockOptional())
                .isEmpty();
    }

    private Mono<Long> claims() {
        return erasures.claim().flux().count();
    }

    @Test
    void askedTwiceItIsDoneOnce() {
        long before = number("select count(*) from rights.erasures");
        askToBeForgotten();
        askToBeForgotten();

        assertThat(number("select count(*) from rights.erasures")).isEqualTo(before + 1);
    }

    @Test
    void whatSomebodyTakesAwayIsTheirsAlone() {
        var mine = Objects.requireNonNull(show.at(LM, WRITES_FROM).collectList().block());

        assertThat(mine)
                .extracting(KeptOfPerson::table)
                .contains(
                        "community.residents",
                        "cases.cases",
                        "cases.steps",
                        "inbox.arrivals",
                        "outbox.letters",
                        "polls.register",
                        "webchat.lines",
                        "cases.on_behalf",
                        "hotline.orders",
                        "media.contents");
        assertThat(mine.toString()).doesNotContain(Seeded.NAME);
        var all = mine.stream().map(it -> it.rows().toString()).toList().toString();
        assertThat(all)
                .contains(Seeded.NAME, Seeded.PHONE)
                .doesNotContain(Seeded.NEIGHBOURS_WORDS, "oNeighbour88", "楼上", "钱师傅", "sealed:");
        assertThat(filesIn(mine)).isNotEmpty().allMatch(String::isEmpty);
        assertThat(filesIn(Objects.requireNonNull(
                        show.withFiles(LM, WRITES_FROM).collectList().block())))
                .contains("YWJj");
        assertThat(show.at(LM, Address.parse("wechat:lm:person:nobody"))
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void filesOfStaffInWhichSomebodyElseStandsAreKept() {
        file(
                "community.import_drafts (community_id, id, name, bytes, seen, at) values ('lm', 'd-other', 'f', $1, 1, now())");
        String sealed = draft("- name: " + Seeded.NAME);
        String sealedOther = draft("- name: 邻居");
        file(
                "ledgers.orders (community_id, id, kind, asked_by, asked_at, state, unit, label, late, words, due_at, bytes) "
                        + "values ('lm', 'o-other', 'list', 'chen', now(), '', '', '', false, '', now(), $1)");

        askToBeForgotten();
        untilNothingIsDue();

        assertThat(number("select count(*) from community.import_drafts where id = 'd1'"))
                .isZero();
        assertThat(number("select count(*) from community.import_drafts where id = '%s'".formatted(sealed)))
                .isZero();
        assertThat(number("select count(*) from community.import_drafts where id in ('d-other', '%s')"
                        .formatted(sealedOther)))
                .isEqualTo(2);
        assertThat(number("select count(*) from ledgers.orders where id = 'o-other'"))
                .isEqualTo(1);
        database.sql("delete from community.import_drafts").then().block();
        database.sql("delete from ledgers.orders where id = 'o-other'").then().block();
    }

    private String draft(String words) {
        return Objects.requireNonNull(
                drafts.keep(LM, new Draft("f", words.getBytes(UTF_8), 1)).block());
    }

    private void file(String row) {
        database.sql("insert into " + row)
                .bind(0, "邻居家的文件".getBytes(UTF_8))
                .then()
                .block();
    }

    @Test
    void wordsAreMaskedByTheNameThatStaffVerifiedAndByNoOther() {
        effects.commit(List.of(new IdentityDeclared(LM, WRITES_FROM, "邻居", null)))
                .block();
        voteIsCounted();

        askToBeForgotten();
        untilNothingIsDue();

        assertThat(traces()).isEmpty();
        assertThat(text("select words from cases.cases where number = 'LM-E-2'"))
                .isEqualTo(Seeded.NEIGHBOURS_WORDS);
    }

    private static List<String> filesIn(List<KeptOfPerson> kept) {
        return kept.stream()
                .flatMap(it -> it.rows().stream())
                .filter(row -> row.containsKey("file"))
                .map(row -> String.valueOf(row.get("file")))
                .toList();
    }

    private void askToBeForgotten() {
        askToBeForgotten(WRITES_FROM);
    }

    private void askToBeForgotten(Address address) {
        var person = Objects.requireNonNull(people.at(LM, address).block());
        effects.commit(List.of(new ErasureAsked(person, "", "", clock.instant(), clock.instant())))
                .block();
    }

    private void untilNothingIsDue() {
        database.sql(
                        "update rights.erasures set not_before = now() - interval '1 hour', lease_until = null where done_at is null")
                .then()
                .block();
        while (!Objects.equals(erase.round().block(), 0)) {
            // one after the other
        }
    }

    private void voteIsCounted() {
        database.sql("update polls.polls set is_counted = true, is_open = false where id = 'poll-e'")
                .then()
                .block();
    }

    /// Where the name, the telephone or an address still stands, in any column that holds text.
    private Map<String, String> traces() {
        var found = new LinkedHashMap<String, String>();
        for (String column : textColumns()) {
            String table = column.substring(0, column.lastIndexOf('.'));
            String name = column.substring(column.lastIndexOf('.') + 1);
            for (String trace : Seeded.TRACES) {
                long rows = number(
                        "select count(*) from %s where \"%s\"::text like '%%%s%%' or replace(replace(\"%2$s\"::text, ' ', ''), '-', '') like '%%%3$s%%'"
                                .formatted(table, name, trace));
                if (rows > 0) {
                    found.merge(table, name + " " + trace, (a, b) -> a + ", " + b);
                }
            }
        }
        return found;
    }

    private List<String> textColumns() {
        return new ArrayList<>(Objects.requireNonNull(
                database.sql("""
                        select c.table_schema || '.' || c.table_name || '.' || c.column_name as it
                        from information_schema.columns c
                        where c.table_schema not in ('pg_catalog', 'information_schema', 'public')
                          and c.data_type in ('text', 'json', 'jsonb', 'ARRAY') and c.is_generated = 'NEVER'
                        order by 1""").mapValue(String.class).all().collectList().block()));
    }

    private long number(String query) {
        return Objects.requireNonNull(
                database.sql(query).mapValue(Long.class).one().block());
    }

    private String text(String query) {
        return Objects.requireNonNull(
                database.sql(query).mapValue(String.class).one().block());
    }
}
