package org.linli.polls.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.cases.web.SignedInAs;
import org.linli.platform.database.Columns;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.FindPolls;
import org.linli.polls.RemindVoters;
import org.linli.polls.prizes.Award;
import org.linli.polls.prizes.GivePrizes;
import org.linli.polls.prizes.Prize;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever staff does about a vote or a round stands in the trail, once, and with the deed or not at all.
class TrailOfVotesTest extends HeldRounds {

    @Autowired
    FindPolls polls;

    @Autowired
    RemindVoters remind;

    @Autowired
    GivePrizes prizes;

    @Autowired
    LeadRound lead;

    private long before;

    @BeforeEach
    void fromHereOn() {
        before = count("select coalesce(max(id), 0) n from audit.entries");
    }

    @Test
    void whoeverAsksAtTheDeskStandsInTheTrailOnceAndIsLinkedToTheVote() {
        var chen = staff("chen");
        var form = Map.of(
                "id",
                UUID.randomUUID().toString(),
                "words",
                "周六几点大扫除",
                "kind",
                "DATE",
                "choices",
                "上午9点\n下午3点",
                "voice",
                "PERSON",
                "where",
                "group:b3",
                "hours",
                "24");
        chen.post("/desk/polls", form).expectStatus().is3xxRedirection();
        chen.post("/desk/polls", form).expectStatus().is3xxRedirection();

        assertThat(trail()).containsExactly("chen poll/1 put to the vote");
        assertThat(chen.page("/desk/audit"))
                .contains("投票和微实事", "发起投票", "/desk/polls#poll-1")
                .doesNotContain("??");
        assertThat(chen.page("/desk/polls")).contains("id=\"poll-1\"");
    }

    @Test
    void aRoundIsNotedFromItsDeclarationToItsVoteAndNoJobStandsThereInSomebodysName() {
        var round = voting(new Conditions(Voice.PERSON, 1));
        var poll = result(polls.one(round.community(), round.id()));
        result(remind.remind(SignedInAs.CHEN, poll));
        result(remind.remind(SignedInAs.CHEN, poll));

        assertThat(trail())
                .containsExactly(
                        "chen round/1 declared",
                        "chen round/1 proposal 1, feasible",
                        "chen round/1 proposal 2, feasible",
                        "chen poll/1 voters reminded");
    }

    @Test
    void whatIsDecidedCarriedOutPaidAndAwardedIsNotedAndNothingThatWasRefused() {
        var round = voting(new Conditions(Voice.PERSON, 1));
        votes("r17", "投1 #1");
        due("vote_until");
        for (int i = 0; i < 3; i++) {
            ran("close-polls");
        }
        says("r01", "异议：2号项目去年已经装过了");
        var chen = staff("chen");
        fromHereOn();
        acted(chen, "decide", Map.of("of", "1", "verdict", "CONFIRMED", "words", "没有装过"));
        due("object_until");
        assertThat(now(round)).isEqualTo(Phase.HANDING_OVER);
        refused(chen, "hand-over", Map.of("of", "1", "unit", "nobody"));
        acted(chen, "hand-over", Map.of("of", "1", "unit", "property"));
        now(round);
        var money = Map.of("of", "1", "source", "PUBLIC", "yuan", "1200", "payer", "街道", "receipt", "A-1");
        chen.post("/desk/rounds/1/works/money", money);
        chen.post("/desk/rounds/1/works/money", money);
        acted(chen, "tell", Map.of("of", "1", "words", "长椅到货了"));
        acted(chen, "finish", Map.of("of", "1"));
        var award = new Award(
                round.community(), UUID.randomUUID(), round.id(), 1, Prize.EXPERT, "王芳", "出了图纸", "陈静", clock.instant());
        result(prizes.to(SignedInAs.CHEN, round, award, ""));
        result(prizes.to(SignedInAs.CHEN, round, award, ""));
        var ended = result(find.one(round.community(), round.id())).in(Phase.PRIZES, Instant.now());
        completed(database.sql("update polls.rounds set phase = 'PRIZES', version = " + ended.version())
                .then());
        result(lead.end(SignedInAs.CHEN, ended));

        assertThat(trail())
                .filteredOn(it -> !it.contains("LM-"))
                .containsExactly(
                        "chen round/1 objection 1, CONFIRMED",
                        "chen round/1 proposal 1, handed over",
                        "chen round/1 proposal 1, money",
                        "chen round/1 proposal 1, told of",
                        "chen round/1 proposal 1, done",
                        "chen round/1 prize given",
                        "chen round/1 ended");
        assertThat(chen.page("/desk/audit"))
                .contains("1号提案", "交办", "登记一笔钱", "维持结果", "/desk/rounds/1\"")
                .doesNotContain("??");
    }

    @Test
    void whatCannotBeNotedIsNotDone() {
        var round = opened();
        says("r01", "提个项目：门口装个长椅，老人可以歇脚");
        completed(database.sql("alter table audit.entries add constraint full_up check (what <> 'VOTE') not valid")
                .then());
        try {
            assertThatThrownBy(() -> review(round, 1, 3_000)).isInstanceOf(RuntimeException.class);
        } finally {
            completed(database.sql("alter table audit.entries drop constraint full_up")
                    .then());
        }
        assertThat(all(round)).extracting(Proposal::state).containsExactly(Proposal.State.PROPOSED);
        review(round, 1, 3_000);
        assertThat(all(round)).extracting(Proposal::state).containsExactly(Proposal.State.FEASIBLE);
    }

    private static void acted(SignedInAs by, String act, Map<String, String> form) {
        by.post("/desk/rounds/1/" + act, form).expectStatus().is3xxRedirection();
    }

    private static void refused(SignedInAs by, String act, Map<String, String> form) {
        by.post("/desk/rounds/1/" + act, form).expectStatus().isOk();
    }

    /// Since the test began, the earliest first.
    private List<String> trail() {
        return results(
                database.sql("select who, about, detail from audit.entries where what = 'VOTE' and id > $1 order by id")
                        .bind("$1", before)
                        .map(row -> String.join(
                                " ", Columns.text(row, "who"), Columns.text(row, "about"), Columns.text(row, "detail")))
                        .all());
    }
}
