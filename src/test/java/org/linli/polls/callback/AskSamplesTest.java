package org.linli.polls.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.linli.platform.database.Columns;
import org.linli.polls.CastBallot;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.ballots.Marks;
import org.linli.polls.log.Hash;
import org.linli.polls.log.ReceiptCode;
import org.linli.polls.rounds.Conditions;
import org.linli.polls.rounds.HeldRounds;
import org.springframework.beans.factory.annotation.Autowired;

/// Voters of the demo on whom the lot falls.
class AskSamplesTest extends HeldRounds {

    private static final List<String> VOTERS = List.of("r01", "r02", "r04", "r05", "r17", "r18");

    @Autowired
    FindPolls polls;

    @Autowired
    CastBallot cast;

    @Test
    void eachWhomTheLotFallsOnSeesTheOwnBallotAndStaffSeesNumbers() {
        counted(Voice.PERSON);
        var links = links();
        assertThat(links).hasSize(6);
        assertThat(ran("draw-samples") + ran("ask-samples")).as("once").isZero();
        assertThat(page("/polls/lm/round/1")).contains("6 位没有回答").doesNotContain("95%", "??");

        assertThat(page(links.getFirst())).contains("门口装个长椅", "我就是这样投的").doesNotContain("??");
        links.forEach(it -> answers(it, Map.of("answer", "SAME")));
        answers(links.getFirst(), Map.of("answer", "SAME"));
        assertThat(page("/polls/lm/round/1"))
                .contains("6 位说一样，0 位说不一样", "有 95% 的把握，全部选票里被改动的不到 50%")
                .doesNotContain("??");
        assertThat(letters("poll-callback-differs")).isZero();
    }

    @Test
    void aDifferenceIsToldToTheCommitteeWithoutWhoAndWhatAndEndsTheCertainty() {
        counted(Voice.PERSON);
        var links = links();
        links.forEach(it -> answers(it, Map.of("answer", "SAME")));
        assertThat(answers(links.getLast(), Map.of("answer", "DIFFERS"))).contains("已经提醒社区");
        answers(links.getLast(), Map.of("answer", "DIFFERS"));

        assertThat(letters("poll-callback-differs")).isPositive();
        assertThat(told("poll-callback-differs")).doesNotContain("resident:", "\"yours\"");
        assertThat(page("/polls/lm/round/1")).contains("有 1 位说不一样，社区正在查").doesNotContain("有 95% 的把握", "??");
        String desk = staff("chen").page("/desk/polls/1/oversight");
        assertThat(desk).contains("5 位说一样，1 位说不一样").doesNotContain("??");
    }

    @Test
    void whoeverSharesAVoiceShowsTheReceiptBeforeTheBallot() {
        var poll = counted(Voice.HOUSEHOLD);
        String link = links().getFirst();
        assertThat(page(link)).contains("回执码").doesNotContain("门口装个长椅", "我就是这样投的", "??");
        assertThat(answers(link, Map.of("code", "K7PM-3QXA-9DTR-WC4H")))
                .contains("对不上")
                .doesNotContain("门口装个长椅");
        assertThat(fills(link.replace("/callback", ""), link, Map.of("answer", "DIFFERS"))
                        .getKey())
                .isEqualTo(2);
        assertThat(answered()).as("without the code nothing is answered").isZero();

        String receipt = receipts(poll).stream()
                .filter(it -> answers(link, Map.of("code", it)).contains("门口装个长椅"))
                .reduce((_, _) -> "more than one")
                .orElse("none");
        assertThat(page(link + "?code=" + receipt))
                .as("no code stands in an address")
                .doesNotContain("门口装个长椅");
        answers(link, Map.of("answer", "DIFFERS", "code", receipt));
        assertThat(answered()).isEqualTo(1);
    }

    @Test
    void noRowLeadsFromVotersToEntries() {
        var poll = counted(Voice.PERSON);
        for (String voter : VOTERS) {
            assertThat(count("select count(*) n from polls.callbacks c where c::text like '%" + voter + "%'"))
                    .isZero();
        }
        completed(database.sql("delete from polls.seals where poll = $1")
                .bind("$1", poll.id())
                .then());
        web.get().uri(links().getFirst()).exchange().expectStatus().isNotFound();
        assertThat(page("/polls/lm/round/1")).as("the numbers stay").contains("抽中 6 张选票");
    }

    private Poll counted(Voice voice) {
        var round = voting(new Conditions(voice, 1));
        var poll = result(polls.one(round.community(), round.id()));
        var voters = results(database.sql("select voter v from polls.register order by voter")
                .map(row -> Columns.text(row, "v"))
                .all());
        voters.stream()
                .filter(it -> voice == Voice.HOUSEHOLD || VOTERS.contains(it.substring("resident:".length())))
                .limit(6)
                .forEach(it -> result(cast.cast(poll, new Voter(it, "", ""), Marks.of(List.of(1)), "send " + it)));
        due("vote_until");
        for (String job : List.of("close-polls", "sign-heads", "draw-samples", "ask-samples")) {
            ran(job);
        }
        return poll;
    }

    /// That voters were told.
    private List<String> links() {
        var path = Pattern.compile("/vote/lm/1/[0-9a-f]{40}/callback");
        return results(database.sql(
                                "select facts::text t from outbox.letters where template = 'poll-callback' order by id")
                        .map(row -> Columns.text(row, "t"))
                        .all())
                .stream()
                .flatMap(it -> path.matcher(it).results())
                .map(it -> it.group())
                .distinct()
                .toList();
    }

    private List<String> receipts(Poll poll) {
        return results(database.sql("select what w from polls.entries where poll = $1 and kind = 'CAST'")
                        .bind("$1", poll.id())
                        .map(row -> Columns.text(row, "w"))
                        .all())
                .stream()
                .map(it -> ReceiptCode.of(Hash.fromHex(it)).toString())
                .toList();
    }

    private long answered() {
        return count("select count(*) n from polls.callbacks where state in ('SAME', 'DIFFERS')");
    }

    private String answers(String link, Map<String, String> form) {
        return fills(link, link, form).getValue();
    }
}
