package org.linli.notices.spikes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.community.Communities;
import org.linli.dialogue.QuestionAsked;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.asking.PutToNotice;
import org.linli.notices.writing.HandleNotices;
import org.linli.notices.writing.Seen;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;

/// Many of a building ask the same.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class DraftSpikesTest {

    private static final CommunityId LM = new CommunityId("lm");

    @Autowired
    DraftSpikes draft;

    @Autowired
    Notices notices;

    @Autowired
    HandleNotices handle;

    @Autowired
    Communities communities;

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void nobodyAsked() {
        completed(database.sql("truncate notices.asked, notices.spikes, notices.notices cascade")
                .then());
        completed(database.sql("delete from outbox.letters where key like 'notice/%'")
                .then());
    }

    @Test
    void fiveHouseholdsOfABuildingMakeOneDraftHoweverManyReplicasSeeIt() {
        for (int household = 1; household <= 4; household++) {
            ask("b3", "report.water", household, Duration.ofMinutes(household));
        }
        ask("b3", "report.water", 4, Duration.ZERO);
        ask("b5", "report.water", 5, Duration.ZERO);
        ask("b3", "report.power", 5, Duration.ZERO);
        ask("b3", "report.water", 5, Duration.ofMinutes(11));
        assertThat(result(draft.round())).isZero();

        ask("b3", "report.water", 5, Duration.ZERO);
        int drafted = result(Flux.range(0, 4).flatMap(_ -> draft.round()).reduce(0, Integer::sum));

        assertThat(drafted).isEqualTo(1);
        var notice = results(notices.list(LM, "", 0)).getFirst();
        assertThat(notice.state()).isEqualTo(Notice.State.WAITING);
        assertThat(notice.audience()).isEqualTo("阳光里 3栋");
        assertThat(notice.wording().text()).contains("阳光里 3栋有5户").doesNotContain("{");
        assertThat(notice.period()).isNotNull();
        assertThat(
                        number(
                                database,
                                "select count(*) as n from outbox.letters where template = 'staff-notice-drafted' and key like 'notice/%'"))
                .isEqualTo(1);
    }

    @Test
    void noSecondDraftForTheSameSpikeAndStaffApprovesTheFirst() {
        many(5);
        assertThat(result(draft.round())).isEqualTo(1);
        many(9);
        assertThat(result(draft.round())).isZero();

        var notice = results(notices.list(LM, "", 0)).getFirst();
        var chen = result(communities.map(LM)).staffMember("chen").orElseThrow();
        assertThat(result(handle.approve(chen, notice, Seen.of(notice, 1_000))))
                .isInstanceOf(HandleNotices.Result.Done.class);

        completed(database.sql("update notices.spikes set at = at - interval '7 hours'")
                .then());
        assertThat(result(draft.round())).isEqualTo(1);
    }

    @Test
    void aQuestionIsKeptOnceWhoeverWritesItFirstAndWhoAskedIsForgotten() {
        var now = Instant.now();
        var asked = new QuestionAsked(LM, "talk-1", "b3", "report.water", new UUID(0, 1), now);
        var put = new PutToNotice(LM, "talk-1", "", "b3-1-201", "", "停水到几点", now);
        completed(effects.commit(List.of(asked, put)));
        completed(effects.commit(List.of(put)));
        completed(effects.commit(List.of(asked)));
        String whole =
                "select count(*) as n from notices.asked where words <> '' and building = 'b3' and household is not null";
        assertThat(number(database, whole)).isEqualTo(1);
        assertThat(number(database, "select count(*) as n from notices.asked")).isEqualTo(1);

        completed(database.sql("update notices.asked set at = at - interval '7 hours'")
                .then());
        ask("b3", "report.water", 2, Duration.ofHours(7));
        completed(draft.round());

        assertThat(number(database, whole)).isZero();
        assertThat(number(database, "select count(*) as n from notices.asked")).isEqualTo(1);
    }

    private void many(int households) {
        for (int household = 1; household <= households; household++) {
            ask("b3", "report.water", household, Duration.ZERO);
        }
    }

    private void ask(String building, String theme, int household, Duration ago) {
        completed(effects.commit(List.of(new QuestionAsked(
                LM,
                "talk-" + UUID.randomUUID(),
                building,
                theme,
                new UUID(0, household),
                Instant.now().minus(ago)))));
    }
}
