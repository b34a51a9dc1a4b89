package org.linli.polls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.platform.database.Columns;
import org.linli.platform.database.Effects;
import org.linli.polls.CastBallot.Result;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.asking.PollForm;
import org.linli.polls.asking.ReadPoll;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.Paper;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Quick polls in the groups of the demo, from the question to the result.
class PollsTest extends NeighboursVote {

    @Autowired
    OpenPoll open;

    @Autowired
    CastBallot cast;

    @Autowired
    FindPolls find;

    @Autowired
    Tickets tickets;

    @Autowired
    Effects effects;

    @Autowired
    BallotBox box;

    @Autowired
    ClosePolls close;

    @Autowired
    Seals seals;

    @Autowired
    DestroySeals destroy;

    @Autowired
    RemindVoters remind;

    @Autowired
    Communities communities;

    @Test
    void aQuestionIsAskedInItsGroupAndVotedByTapAndByWriting() {
        var trees = asked(BallotKind.ONE, Voice.PERSON, "b3");
        assertThat(letters("poll-opened")).isEqualTo(1);

        says("r17", "投2 银杏 #" + trees.number(), "b3");
        says("r18", "投3", "b3");
        says("r18", "投1", null);

        assertThat(tally(trees)).containsExactly(1, 1, 0);
        assertThat(letters("poll-taken-in-group")).isEqualTo(2);
        assertThat(told("poll-taken")).contains("1号 香樟", "\"changed\":\"yes\"");
    }

    @Test
    void thePageOfASecretVoteSendsNobodyToTheGroup() {
        var spoken = asked(BallotKind.ONE, Voice.PERSON, "b3");
        var secret = result(open.open(
                UUID.randomUUID(),
                new OpenPoll.Question(
                        SignedInAs.LM,
                        "chen",
                        "谁来当楼长",
                        spoken.paper(),
                        new Electorate(Voice.PERSON, "b3", "b3", true),
                        true,
                        Duration.ofHours(1)),
                List.of(new Voter("resident:r17", "b3", ""))));

        assertThat(page("/polls/lm/" + spoken.number())).contains("在群里回“投2 #" + spoken.number());
        assertThat(page("/polls/lm/" + secret.number()))
                .contains("私下发给我“我要投票”", "私下发“投2 #" + secret.number(), "不要在群里投")
                .doesNotContain("在群里回", "??");
        assertThat(told("poll-opened")).contains("\"secret\":\"yes\"");
    }

    @Test
    void neighboursWhoCountSomethingElseHearNothing() {
        asked(BallotKind.ONE, Voice.PERSON, "b3");
        String ofVotes = "select count(*) n from outbox.letters where template like 'poll-%'";
        long before = count(ofVotes);

        says("r01", "投3", "b1");
        says("r17", "投诉物业没用的", "b3");
        says("r17", "3", "b3");

        assertThat(count(ofVotes)).isEqualTo(before);
        assertThat(count("select count(*) n from polls.ballots")).isZero();
    }

    @Test
    void aHouseholdHasOneVoiceHoweverManySpeak() {
        var trees = asked(BallotKind.SEVERAL, Voice.HOUSEHOLD, "");
        var home = new Voter("home:b3-1-101", "b3-1-101", "");

        assertThat(results(Flux.range(0, 20)
                        .flatMap(i -> cast.cast(trees, home, Marks.of(List.of(1 + i % 3)), "send-" + i))))
                .allMatch(Result.Taken.class::isInstance);

        assertThat(result(box.turnout(trees)).voted()).isEqualTo(1);
        assertThat(count("select count(*) n from polls.ballots")).isEqualTo(1);
    }

    @Test
    void aBallotThatIsSentAgainChangesNothingNotEvenAfterALaterOne() {
        var trees = asked(BallotKind.SEVERAL, Voice.PERSON, "");
        var voter = new Voter("resident:r17", "b3-1-101", "");
        for (var sent : List.of(Map.entry("a", 1), Map.entry("b", 2), Map.entry("a", 1))) {
            result(cast.cast(trees, voter, Marks.of(List.of(sent.getValue())), sent.getKey()));
        }

        assertThat(tally(trees)).containsExactly(0, 1, 0);
    }

    @Test
    void whoBecomesKnownHasOneVoiceAllTheSame() {
        var trees = asked(BallotKind.ONE, Voice.PERSON, "");
        result(cast.cast(trees, new Voter("address:webchat:lm:person:new", "", ""), Marks.of(List.of(1)), "a"));
        result(cast.cast(
                trees, new Voter("resident:n", "b3", "address:webchat:lm:person:new"), Marks.of(List.of(2)), "b"));

        assertThat(tally(trees)).containsExactly(0, 1, 0);
        assertThat(result(box.turnout(trees)).voted()).isEqualTo(1);
    }

    @Test
    void nothingStoredBesideABallotLeadsToWhoCastIt() {
        var trees = asked(BallotKind.ONE, Voice.PERSON, "b3");
        says("r17", "投2", "b3");

        String row = result(database.sql("select b::text t from polls.ballots b")
                .map(it -> Columns.text(it, "t"))
                .one());
        assertThat(row).doesNotContain("r17", "talk", "webchat").contains(trees.id());
    }

    @Test
    void closedPollsTakeNothingAndAreToldOnceByAnyNumberOfReplicas() {
        var trees = asked(BallotKind.ONE, Voice.PERSON, "b3");
        says("r17", "投2", "b3");
        completed(database.sql(
                        "update polls.polls set opens_at = now() - interval '2 h', closes_at = now() - interval '1 s'")
                .then());

        var rounds = results(Flux.range(0, 3).flatMap(_ -> close.round()));

        assertThat(rounds.stream().mapToInt(it -> it).sum()).isEqualTo(1);
        assertThat(letters("poll-closed")).isEqualTo(1);
        assertThat(told("poll-closed")).contains("2号 银杏：1");
        assertThat(result(cast.cast(trees, new Voter("resident:r18", "b3", ""), Marks.of(List.of(1)), "late")))
                .isInstanceOf(Result.Closed.class);
        assertThat(tally(trees)).containsExactly(0, 1, 0);
    }

    @Test
    void whoeverIsToldThatItCountsIsCountedThoughItClosesMeanwhile() {
        var trees = asked(BallotKind.SEVERAL, Voice.PERSON, "");
        var closing = Mono.delay(Duration.ofMillis(60))
                .then(database.sql("update polls.polls set opens_at = now() - interval '1 h', closes_at = now()")
                        .then())
                .thenMany(close.round());
        var voting = Flux.range(0, 600)
                .flatMap(
                        i -> cast.cast(trees, new Voter("v" + i / 2, "", ""), Marks.of(List.of(1)), "send-" + i / 2)
                                .filter(Result.Taken.class::isInstance)
                                .map(_ -> i / 2),
                        64);

        long told = results(
                        Flux.merge(voting, closing.then(Mono.<Integer>empty()).flux()))
                .stream()
                .distinct()
                .count();

        completed(close.round());
        assertThat(count("select count(*) n from polls.ballots")).isEqualTo(told);
        assertThat(told("poll-closed")).contains("1号 香樟：" + "%,d".formatted(told));
    }

    @Test
    void aWeekLaterNobodyCanTellWhoseBallotIsWhoseAndAllAreStillThere() {
        var trees = asked(BallotKind.ONE, Voice.PERSON, "");
        var voters = List.of("resident:r17", "resident:r18", "resident:r01");
        voters.forEach(it -> result(cast.cast(trees, new Voter(it, "b3", ""), Marks.of(List.of(2)), "send-" + it)));
        var seal = result(seals.of(trees));
        completed(database.sql("update polls.polls set is_open = false, is_counted = true")
                .then());
        assertThat(result(destroy.round())).as("objections may still come").isZero();
        completed(database.sql(
                        "update polls.polls set opens_at = now() - interval '9 d', closes_at = now() - interval '8 d'")
                .then());

        results(Flux.range(0, 3).flatMap(_ -> destroy.round()));

        assertThat(tally(trees)).containsExactly(0, 3, 0);
        assertThat(voters)
                .allSatisfy(it -> assertThat(
                                count("select count(*) n from polls.ballots where token = '" + seal.token(it) + "'"))
                        .isZero());
        assertThat(seals.of(trees).blockOptional()).isEmpty();
    }

    @Test
    void aVoteWithoutChoicesKeepsNoOtherFromBeingFoundCountedOrVotedOn() {
        var broken = asked(BallotKind.ONE, Voice.PERSON, "");
        var trees = asked(BallotKind.ONE, Voice.PERSON, "");
        completed(database.sql("delete from polls.choices where poll = $1")
                .bind("$1", broken.id())
                .then());

        assertThat(results(find.latest(SignedInAs.LM))).extracting(Poll::number).containsExactly(trees.number());
        assertThat(staff("chen").page("/desk/polls")).contains("院子里种什么树").doesNotContain("??");
        says("r17", "投2");
        completed(database.sql("update polls.polls set opens_at = now() - interval '1 h', closes_at = now()")
                .then());
        completed(close.round());
        assertThat(told("poll-closed")).contains("2号 银杏：1");
    }

    @Test
    void staffAsksAtTheDeskOnceHoweverOftenItClicks() {
        var chen = staff("chen");
        var form = Map.of(
                "id", UUID.randomUUID().toString(),
                "words", "周六几点大扫除",
                "kind", "DATE",
                "choices", "上午9点\n下午3点",
                "voice", "PERSON",
                "where", "group:b3",
                "hours", "24",
                "live", "true");
        chen.post("/desk/polls", form).expectStatus().is3xxRedirection();
        chen.post("/desk/polls", form).expectStatus().is3xxRedirection();

        assertThat(chen.page("/desk/polls")).contains("周六几点大扫除", "下午3点").doesNotContain("??");
        assertThat(count("select count(*) n from polls.polls")).isEqualTo(1);
        assertThat(page("/polls/lm/1")).contains("周六几点大扫除", "hx-get").doesNotContain("??");
        assertThat(page("/polls/lm/1/bars")).contains("0 人投票").doesNotContain("<html");
        web.get().uri("/polls/lm/99").exchange().expectStatus().isNotFound();
    }

    /// By the words of a neighbour in the group, then by the own page of another, who hands in a form.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ONE | 投2 | choice=1 | 1,1,0",
                "SEVERAL | 投 1 3 | choice=2 | 1,1,1",
                "SCORES | 1号给3分，2号给1分 | p2=2&p3=3 | 3,3,3",
                "POINTS | 1号给2分，2号给1分 | p2=3 | 2,4,0",
                "RANKED | 第一选2，第二选1 | p2=1&p3=2 | 1,4,1",
                "YES_NO | 同意 | choice=2 | 1,1,0",
                "DATE | 投 1 2 | choice=2 | 1,2,0"
            })
    void eachKindIsAskedAtTheDeskAndVotedInWordsAndOnThePage(String kind, String words, String fields, String sums) {
        staff("chen")
                .post(
                        "/desk/polls",
                        Map.of(
                                "words", "院子里种什么树",
                                "kind", kind,
                                "choices", "香樟\n银杏\n桂花",
                                "most", "3",
                                "voice", "PERSON",
                                "where", "group:b3",
                                "hours", "24",
                                "live", "true"))
                .expectStatus()
                .is3xxRedirection();
        var poll = result(find.numbered(SignedInAs.LM, 1));

        says("r17", words + " #1", null);
        says("r17", "确认", null);
        var ticket = result(tickets.of(poll, new Voter("resident:r18", "b3", "")));
        completed(effects.commit(List.of(ticket.effect())));
        var form = Pattern.compile("&")
                .splitAsStream("send=sent-by-page&" + fields)
                .map(it -> it.split("="))
                .collect(Collectors.toMap(it -> it[0], it -> it[1]));
        assertThat(fills(ticket.path(), ticket.path(), form).getKey()).isEqualTo(3);

        var tally = Tally.of(poll.paper(), result(box.ballots(poll)));
        assertThat(tally.bars().stream().map(tally::length).map(String::valueOf))
                .containsExactly(sums.split(","));
        assertThat(page("/polls/lm/1/bars")).contains("2 人投票", "progress");
    }

    @Test
    void someAreAskedInPrivateAndNobodyElseHearsOfIt() {
        var chen = staff("chen");
        assertThat(chen.page("/desk/polls")).contains("志愿者").doesNotContain("??");
        chen.post("/desk/polls", audience("place:b3")).expectStatus().is3xxRedirection();
        assertThat(count("select count(*) n from polls.register")).isEqualTo(2);
        assertThat(ran("tell-audience")).isEqualTo(1);
        assertThat(ran("tell-audience")).as("once").isZero();
        assertThat(letters("poll-asked")).isEqualTo(2);
        assertThat(letters("poll-opened")).as("no group hears of it").isZero();
        assertThat(told("poll-asked")).contains("周末谁能来").doesNotContain("志愿者");

        says("r13", "投1", null);
        says("r13", "确认", null);
        says("r14", "投2", null);
        says("r14", "确认", null);
        says("r17", "投1", null);
        assertThat(count("select count(*) n from polls.ballots")).isEqualTo(2);
        assertThat(letters("poll-not-registered"))
                .as("who is not asked is told of no vote")
                .isZero();

        completed(database.sql("update polls.polls set closes_at = now()").then());
        assertThat(ran("tell-audience-result")).as("nothing is counted yet").isZero();
        assertThat(ran("close-polls")).isEqualTo(1);
        assertThat(count("select count(*) n from polls.polls where is_counted")).isEqualTo(1);
        assertThat(ran("tell-audience-result")).isEqualTo(1);
        assertThat(ran("tell-audience-result")).as("once").isZero();
        assertThat(letters("poll-asked-result")).isEqualTo(2);
        assertThat(told("poll-asked-result"))
                .as("of two ballots nobody hears how many said what")
                .contains("\"few\":\"yes\"", "\"bars\":\"\"", "\"first\":\"\"")
                .doesNotContain("志愿者");
    }

    @Test
    void theResultIsWrittenToEachWhoWasAskedInPrivateWhetherOrNotTheyVoted() {
        var poll = privately(List.of("r01", "r05", "r13", "r14", "r17", "r18"));
        for (String who : List.of("r01", "r05", "r13", "r14", "r17")) {
            result(cast.cast(poll, new Voter("resident:" + who, "s1", ""), Marks.of(List.of(2)), "send-" + who));
        }
        completed(database.sql("update polls.polls set closes_at = now()").then());
        ran("close-polls");

        for (int i = 0; i < 2; i++) {
            assertThat(ran("tell-audience-result")).isEqualTo(1);
            assertThat(ran("tell-audience-result")).isZero();
            completed(
                    database.sql("update polls.polls set result_told_at = null").then());
        }

        assertThat(letters("poll-asked-result")).as("once, though it broke off").isEqualTo(6);
        assertThat(told("poll-asked-result")).contains("2号 银杏：5", "\"voted\":\"5\"", "\"voters\":\"6\"");
        assertThat(letters("poll-closed")).as("no group hears of it").isZero();
    }

    @Test
    void whatSomeAreAskedInPrivateIsNotFoundByCountingUpNumbers() {
        var poll = privately(List.of("r13", "r14"));
        var ticket = result(tickets.of(poll, new Voter("resident:r13", "s1", "")));
        completed(effects.commit(List.of(ticket.effect())));
        String wrong = ticket.path().substring(0, ticket.path().length() - 40) + "0".repeat(40);

        for (String path : List.of(
                "/polls/lm/1",
                "/polls/lm/1/bars",
                "/polls/lm/1/log",
                "/polls/lm/1/ledger",
                wrong,
                wrong + "/standing",
                wrong + "/standing/bars")) {
            web.get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody(String.class)
                    .value(it -> assertThat(it).as(path).doesNotContain("院子里种什么树"));
        }
        assertThat(page(ticket.path())).contains(ticket.path() + "/standing").doesNotContain("/polls/lm/1", "??");
        assertThat(page(ticket.path() + "/standing"))
                .contains("院子里种什么树", ticket.path() + "/standing/bars")
                .doesNotContain("??");
        assertThat(page(ticket.path() + "/standing/bars")).contains("0 人投票").doesNotContain("<html");
        assertThat(staff("chen").page("/desk/polls")).contains("院子里种什么树").doesNotContain("/polls/lm/1", "??");
    }

    private Poll privately(List<String> residents) {
        var paper = new Paper(BallotKind.ONE, List.of(new Choice(1, "香樟"), new Choice(2, "银杏")), 1, null);
        var question = new OpenPoll.Question(
                SignedInAs.LM,
                "chen",
                "院子里种什么树",
                paper,
                Electorate.audience(Voice.PERSON, "s1"),
                true,
                Duration.ofHours(1));
        return result(open.open(
                UUID.randomUUID(),
                question,
                residents.stream()
                        .map(it -> new Voter("resident:" + it, "s1", ""))
                        .toList()));
    }

    @Test
    void allOfAHouseholdAreRemindedOnWhateverChannelsUntilItsVoiceIsGiven() {
        String at = "from community.identities i join community.residents r using (community_id) "
                + "where r.id = i.resident and r.verified and r.home = 'b3-2-301'";
        completed(database.sql("insert into community.identities (community_id, address, resident) "
                        + "values ('lm', 'webchat:lm:person:r17-too', 'r17') on conflict do nothing")
                .then());
        var home = new Voter("home:b3-2-301", "b3-2-301", "");
        var paper = new Paper(BallotKind.ONE, List.of(new Choice(1, "香樟"), new Choice(2, "银杏")), 1, null);
        var question = new OpenPoll.Question(
                SignedInAs.LM,
                "chen",
                "院子里种什么树",
                paper,
                new Electorate(Voice.HOUSEHOLD, "b3", "", true),
                true,
                Duration.ofHours(1));
        var poll = result(open.open(UUID.randomUUID(), question, List.of(home)));

        assertThat(result(remind.remind(poll))).as("one household").isEqualTo(1);
        assertThat(result(remind.remind(poll))).isEqualTo(1);
        assertThat(letters("poll-remind"))
                .as("each address once a day")
                .isGreaterThan(1)
                .isEqualTo(count("select count(*) n " + at));

        result(cast.cast(poll, home, Marks.of(List.of(1)), "send-home"));
        assertThat(result(remind.remind(poll))).isZero();
        completed(database.sql("delete from community.identities where address like '%-too'")
                .then());
    }

    @Test
    void whatMayBeAnsweredWhereYesOrNoIsAskedIsForTheMessagesToSay() {
        var form = new PollForm("", "换不换", "YES_NO", "", "1", "PERSON", "group:b3", "", "24", true);
        var read = new ReadPoll(form, result(communities.map(SignedInAs.LM)), List.of("要", "不要"));
        assertThat(read.troubles()).isEmpty();
        assertThat(read.paper().choices()).extracting(Choice::name).containsExactly("要", "不要");
    }

    @Test
    void nobodyIsAskedWhereNobodyIsSoAndNoGroupIsAskedInPart() {
        var chen = staff("chen");
        var nobody = new HashMap<>(audience("place:b3"));
        nobody.put("tag", "会飞");
        for (var wrong :
                Map.of(nobody, "没有这样的居民", audience("group:b3"), "群里不能只问一部分人").entrySet()) {
            chen.post("/desk/polls", wrong.getKey())
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .value(it ->
                            assertThat(it).contains(wrong.getValue(), "周末谁能来").doesNotContain("??"));
        }
        assertThat(count("select count(*) n from polls.polls")).isZero();
    }

    private static Map<String, String> audience(String where) {
        return Map.of(
                "words", "周末谁能来", "kind", "ONE", "choices", "周六\n周日", "voice", "PERSON", "where", where, "tag", "志愿者",
                "hours", "24", "most", "1", "live", "true");
    }

    @Test
    void whatCannotBeAskedIsSaidAndNothingIsSent() {
        var chen = staff("chen");
        chen.post("/desk/polls", Map.of("words", "种什么", "kind", "ONE", "choices", "香樟\n香樟", "where", "group:b3"))
                .expectStatus()
                .isOk();

        assertThat(count("select count(*) n from polls.polls")).isZero();
        assertThat(letters("poll-opened")).isZero();
    }

    private Poll asked(BallotKind kind, Voice voice, String group) {
        var paper = new Paper(kind, List.of(new Choice(1, "香樟"), new Choice(2, "银杏"), new Choice(3, "桂花")), 3, null);
        var question = new OpenPoll.Question(
                SignedInAs.LM,
                "chen",
                "院子里种什么树",
                paper,
                new Electorate(voice, "b3", group, false),
                true,
                Duration.ofHours(1));
        return result(open.open(UUID.randomUUID(), question, List.of()));
    }

    private List<Integer> tally(Poll poll) {
        return Tally.of(poll.paper(), result(box.ballots(poll))).bars().stream()
                .map(Tally.Bar::votes)
                .toList();
    }
}
