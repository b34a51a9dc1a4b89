package org.linli.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/// Two communities of which one chooses, on lines of the web chat.
@LinliTest
class RetentionTest {

    @Autowired
    List<Forgets> jobs;

    @Autowired
    Retention retention;

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    private final CommunityId chooser = community();
    private final CommunityId other = community();

    @Test
    void aChoiceIsForOneCommunityAndHoldsFromTheNextRoundOn() {
        said(chooser, 40);
        said(chooser, 10);
        said(other, 40);
        said(other, 366);

        forget("chat");
        assertThat(left(chooser)).containsExactly("10", "40");
        assertThat(left(other)).containsExactly("40");

        choose("chat", 30);
        forget("chat");
        assertThat(left(chooser)).containsExactly("10");
        assertThat(left(other)).containsExactly("40");
    }

    @Test
    void whoeverChoseMoreKeepsItUntilTheyGoBackToWhatIsUsual() {
        said(chooser, 400);
        choose("chat", 1_095);
        forget("chat");
        assertThat(left(chooser)).containsExactly("400");

        choose("chat", 365);
        forget("chat");
        assertThat(left(chooser)).isEmpty();
    }

    @Test
    void everyReplicaSeesTheChoiceAndItsBoundsHoldWhateverIsStored() {
        var replica = new Retention(database, Clock.systemUTC());
        var chat = job("chat").period();
        assertThat(result(replica.days(chooser, chat))).isEqualTo(365);

        choose("chat", 60);
        assertThat(result(replica.days(chooser, chat))).isEqualTo(60);
        assertThat(result(replica.days(other, chat))).isEqualTo(365);

        completed(database.sql("update retention.periods set days = 1 where community_id = $1")
                .bind(0, chooser.value())
                .then());
        said(chooser, 20);
        forget("chat");
        assertThat(result(replica.days(chooser, chat))).isEqualTo(30);
        assertThat(left(chooser)).containsExactly("20");
    }

    @Test
    void whatWouldBeForgottenIsCountedInTheCommunityAlone() {
        said(chooser, 40);
        said(chooser, 50);
        said(other, 40);

        assertThat(result(retention.count(chooser, 45, job("chat").counting()))).isEqualTo(1);
        assertThat(result(retention.count(chooser, 30, job("chat").counting()))).isEqualTo(2);
    }

    @Test
    void everyKindCanBeChosenCountedAndForgotten() {
        assertThat(jobs).extracting(it -> it.period().kind()).doesNotHaveDuplicates();
        assertThat(jobs).hasSize(12).allSatisfy(it -> {
            choose(it.period().kind(), it.period().least());
            assertThat(result(retention.count(chooser, it.period().least(), it.counting())))
                    .isZero();
            assertThat(result(it.round())).isNotNegative();
        });
    }

    private void choose(String kind, int days) {
        completed(effects.commit(List.of(new PeriodChosen(chooser, job(kind).period(), days))));
    }

    private void forget(String kind) {
        result(job(kind).round());
    }

    private Forgets job(String kind) {
        return jobs.stream()
                .filter(it -> it.period().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private void said(CommunityId community, int daysAgo) {
        completed(database.sql("""
            insert into webchat.lines (community_id, room, seq, id, speaker, content, at)
            values ($1, 'person:a', $2, $3, 'a', '{}', now() - make_interval(days => $2))""")
                .bind("$1", community.value())
                .bind("$2", daysAgo)
                .bind("$3", String.valueOf(daysAgo))
                .then());
    }

    private List<String> left(CommunityId community) {
        return results(database.sql("select id from webchat.lines where community_id = $1 order by seq")
                .bind("$1", community.value())
                .map(row -> text(row, "id"))
                .all());
    }

    private static CommunityId community() {
        return new CommunityId("r" + UUID.randomUUID().toString().substring(0, 8));
    }
}
