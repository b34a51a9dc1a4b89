package org.linli.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.platform.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

/// What nobody asks to have erased, and goes with the years.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class ForgottenInTimeTest {

    @Autowired
    DatabaseClient database;

    @Autowired
    List<Job> jobs;

    @BeforeEach
    void somebodyIsEverywhere() {
        new Seeded(database).everywhere();
    }

    @AfterEach
    void nobodyIs() {
        run("delete from cases.on_behalf where occasion = 'o1'");
        run("delete from cases.supporters where number like 'LM-E-%'");
        run("delete from cases.asked where number like 'LM-E-%'");
        run("delete from cases.pictures where id = '11111111-1111-1111-1111-111111111111'");
        run("delete from media.items where id = 'm1'");
        run("delete from media.contents where hash = 'hash'");
        for (String table : List.of("identities", "tags", "viewings")) {
            run("delete from community.%s where community_id = 'lm' and resident = 'r-mu'".formatted(table));
        }
        run("delete from community.residents where id = 'r-mu'");
        run("delete from community.reaches where address like '%oMuRong77'");
        run("delete from community.group_members where member like '%oMuRong77'");
        run("delete from community.import_drafts where id = 'd1'");
        run("delete from openness.offers where number = 'LM-E-1'");
        run("delete from outbox.history where key = 'k1'");
        run("delete from notices.wishes where resident = 'r-mu'");
        run("delete from polls.ages where resident = 'r-mu'");
        for (String table : List.of("acts", "grants")) {
            run("delete from ledger.%s where address like '%%oMuRong77'".formatted(table));
        }
        for (String table : List.of("closings", "counters")) {
            run("delete from ledger.%s where scope like '%%oMuRong77'".formatted(table));
        }
        run("delete from dialogue.conversations where conversation like '%oMuRong77'");
        run("delete from webchat.rooms where room like '%murong%'");
        new Seeded(database).cleared();
    }

    @Test
    void aClosedCaseLosesItsPeopleAndKeepsItsFigures() {
        longAgo("LM-E-1");
        run("update cases.cases set opened_at = now() - interval '11 years', is_open = false where number = 'LM-E-2'");

        assertThat(round("forget-cases")).isEqualTo(1);

        assertThat(text(
                        "select words || reporter_address || coalesce(reporter, '') || coalesce(rating_words, '') || detail"
                                + " from cases.cases where number = 'LM-E-1'"))
                .isEqualTo("**by-hand:desk:person:forgotten");
        assertThat(text("select label || ' ' || place || ' ' || stars from cases.cases where number = 'LM-E-1'"))
                .isEqualTo("report.lift b1 4");
        assertThat(
                        text(
                                "select string_agg(words || by_name, ' ' order by id) from cases.steps where number = 'LM-E-1'"))
                .isEqualTo("** **钱师傅");
        assertThat(number("select count(*) from cases.on_behalf where number = 'LM-E-1'"))
                .isZero();
        assertThat(number("select count(*) from cases.pictures where id = '11111111-1111-1111-1111-111111111111'"))
                .isZero();
        assertThat(text("select words from cases.cases where number = 'LM-E-2'"))
                .as("somebody said something of it lately")
                .isEqualTo(Seeded.NEIGHBOURS_WORDS);
        assertThat(round("forget-cases")).isZero();
    }

    /// One person who joined two cases, and was asked about one: three names that have nothing in common.
    @Test
    void nothingJoinsWhatOnePersonLeftBehind() {
        for (String number : List.of("LM-E-1", "LM-E-2")) {
            longAgo(number);
            run("""
                    insert into cases.supporters (community_id, number, address, joined_at)
                    values ('lm', '%s', 'webchat:demo:person:same', now())""".formatted(number));
        }
        run("""
                insert into cases.verdicts (community_id, number, resolved_at, address, letter, tried, asked_at)
                values ('lm', 'LM-E-1', now(), 'webchat:demo:person:same', 'k', '{}', now())""");

        assertThat(round("forget-cases")).isEqualTo(2);

        var names = database.sql("""
                        select address from cases.supporters where number like 'LM-E-%'
                        union all select address from cases.verdicts where number like 'LM-E-%'""").mapValue(String.class).all().collectList().block();
        assertThat(names)
                .hasSizeGreaterThanOrEqualTo(3)
                .doesNotHaveDuplicates()
                .allMatch(it -> it.matches("by-hand:desk:person:forgotten-[0-9a-f]{32}"));
    }

    @Test
    void aCaseThatIsOpenIsKeptHoweverOldItIs() {
        longAgo("LM-E-1");
        run("update cases.cases set is_open = true where number = 'LM-E-1'");

        assertThat(round("forget-cases")).isZero();
    }

    @Test
    void aNoticeOfYearsAgoForgetsWhereItsRecipientsLived() {
        assertThat(round("forget-recipients")).isZero();
        run("update notices.notices set written_at = now() - interval '4 years' where id = 'n-e'");

        assertThat(round("forget-recipients")).isEqualTo(3);

        assertThat(text("select who || home || coalesce(address, '') || others::text || fate from notices.recipients"
                        + " where notice = 'n-e'"))
                .isEqualTo("r-mu{}ACCEPTED");
        assertThat(number("select count(*) from notices.signed_up where notice = 'n-e'"))
                .isZero();
        assertThat(number("select count(*) from notices.visits where notice = 'n-e'"))
                .isZero();
        assertThat(round("forget-recipients")).isZero();
    }

    @Test
    void whoLookedAtSomebodyIsForgottenAfterThreeYears() {
        run("insert into community.viewings (community_id, resident, staff, why, at)"
                + " values ('lm', 'r-mu', 'chen', 'visit', now() - interval '1096 days')");

        assertThat(round("forget-viewings")).isEqualTo(1);

        assertThat(number("select count(*) from community.viewings where resident = 'r-mu'"))
                .isEqualTo(1);
    }

    @Test
    void whatWasOfferedTenYearsAgoIsPublicNoMore() {
        run("insert into openness.pictures (community_id, number, id, bytes, looked_by, looked_at)"
                + " values ('lm', 'LM-E-1', 'o-pic', 'x', 'chen', now())");
        assertThat(round("forget-offers")).isZero();
        run(
                "update openness.offers set agreed = true, asked_at = now() - interval '3651 days' where number = 'LM-E-1'");

        assertThat(round("forget-offers")).isEqualTo(1);

        assertThat(number("select count(*) from openness.offers where number = 'LM-E-1'"))
                .isZero();
        assertThat(number("select count(*) from openness.pictures where id = 'o-pic'"))
                .isZero();
    }

    @Test
    void whenSomebodyLastWroteIsForgottenWhereItOpensNothing() {
        for (int days : List.of(32, 30)) {
            run("insert into ledger.acts (community_id, address, act, at)"
                    + " values ('lm', 'wechat:lm:person:o%1$d-oMuRong77', 'MESSAGE', now() - interval '%1$d days')"
                            .formatted(days));
        }

        round("forget-acts");

        assertThat(text("select string_agg(address, ' ') from ledger.acts where address like '%-oMuRong77'"))
                .isEqualTo("wechat:lm:person:o30-oMuRong77");
    }

    @Test
    void whatPeopleSentGoesWhenItsCommunityWantsItGone() {
        run("update media.items set received_at = now() - interval '100 days', forget_at = now() + interval '265 days'"
                + " where id = 'm1'");
        round("forget-media");
        assertThat(number("select count(*) from media.items where id = 'm1'")).isEqualTo(1);

        run("insert into retention.periods (community_id, kind, days) values ('lm', 'media', 90)");
        round("forget-media");
        run("delete from retention.periods where community_id = 'lm' and kind = 'media'");

        assertThat(number("select count(*) from media.items where id = 'm1'")).isZero();
    }

    @Test
    void callsToHooksGoAfterAMonth() {
        run(
                "insert into open311.hooks (community_id, id, url, secret, made_by, made_at) values ('lm', 'h-old', 'u', 's', 'chen', now())");
        for (int days : List.of(31, 29)) {
            run("insert into open311.calls (community_id, hook, number, step, at, due_at) values"
                    + " ('lm', 'h-old', '1', 's', now() - interval '%1$d days', now() + interval '1 day')"
                            .formatted(days));
        }

        assertThat(round("forget-hook-calls")).isEqualTo(1);
        run("delete from open311.hooks where id = 'h-old'");
    }

    @Test
    void aFileOfTheHotlineThatNobodyConfirmedGoesAfterADay() {
        for (int hours : List.of(25, 23)) {
            run("insert into hotline.files (community_id, id, city, put_by, put_at)"
                    + " values ('lm', 'f-%1$d', '12345', 'chen', now() - interval '%1$d hours')".formatted(hours));
        }

        assertThat(round("forget-hotline-files")).isEqualTo(1);

        assertThat(text("select string_agg(id, ' ') from hotline.files where id like 'f-%'"))
                .isEqualTo("f-23");
        run("delete from hotline.files where id = 'f-23'");
    }

    @Test
    void whichVoteSomebodyMeantGoesOnceItSaysNothing() {
        for (int minutes : List.of(31, 29)) {
            run("insert into polls.picks (community_id, voter, listed, chosen, at)"
                    + " values ('lm', 'p-%1$d', '{}', '', now() - interval '%1$d minutes')".formatted(minutes));
        }

        assertThat(round("forget-picks")).isEqualTo(1);

        assertThat(text("select string_agg(voter, ' ') from polls.picks where voter like 'p-%'"))
                .isEqualTo("p-29");
        run("delete from polls.picks where voter = 'p-29'");
    }

    @Test
    void aWorkOrderOfTheHotlineForgetsItsCaller() {
        for (int years : List.of(11, 9)) {
            run("insert into hotline.orders (community_id, number, words, place, caller, phone, category, received_at,"
                    + " taken_at, taken_by, case_number) values ('lm', 'o-%1$d', '漏水', '1栋', '慕容', '138', 'pipe',"
                            .formatted(years)
                    + " now() - interval '%1$d years', now(), 's', 'LM-1')".formatted(years));
        }

        for (int years : List.of(11, 9)) {
            run("insert into hotline.rejected (community_id, number, case_number, by_id, at)"
                    + " values ('lm', 'o-%d', 'LM-2', 'chen', now())".formatted(years));
        }

        assertThat(round("forget-orders")).isEqualTo(1);
        assertThat(text("select string_agg(number, ' ') from hotline.rejected where number like 'o-%'"))
                .isEqualTo("o-9");

        String left = "select words || place || caller || phone || category || case_number from hotline.orders"
                + " where number = '%s'";
        assertThat(text(left.formatted("o-11"))).isEqualTo("**pipeLM-1");
        assertThat(text(left.formatted("o-9"))).isEqualTo("漏水1栋慕容138pipeLM-1");
        assertThat(round("forget-orders")).isZero();
        run("delete from hotline.rejected where number like 'o-%'");
        run("delete from hotline.orders where number in ('o-11', 'o-9')");
    }

    private void longAgo(String number) {
        run(
                "update cases.cases set opened_at = now() - interval '11 years', is_open = false, stars = 4 where number = '%s'"
                        .formatted(number));
        run("alter table cases.steps disable trigger steps_stay");
        run("update cases.steps set at = now() - interval '11 years' where number = '%s'".formatted(number));
        run("alter table cases.steps enable trigger steps_stay");
    }

    private int round(String job) {
        return Objects.requireNonNull(jobs.stream()
                .filter(it -> it.name().equals(job))
                .findFirst()
                .orElseThrow()
                .round()
                .block());
    }

    private void run(String sql) {
        database.sql(sql).then().block();
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
