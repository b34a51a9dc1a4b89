package org.linli.cases.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.cases.Act;
import org.linli.cases.ActOnCase;
import org.linli.cases.CaseLinked;
import org.linli.cases.FindCases;
import org.linli.cases.FindLinks;
import org.linli.cases.Sight;
import org.linli.cases.State;
import org.linli.cases.Who;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.ImportCommunity;
import org.linli.community.Place;
import org.linli.community.Residents;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Need;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.outbox.Letter;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// What residents can do with their cases by writing, each talk on the real database.
@LinliTest
class TalkTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final AtomicInteger MESSAGES = new AtomicInteger();

    @Autowired
    ImportCommunity imports;

    @Autowired
    Communities communities;

    @Autowired
    Residents residents;

    @Autowired
    List<Skill> skills;

    @Autowired
    RateCase rateCase;

    @Autowired
    AddToCase addToCase;

    @Autowired
    ActOnCase acts;

    @Autowired
    FindCases find;

    @Autowired
    FindLinks links;

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    CommunityMap map;

    @BeforeEach
    void aCommunityWithoutCases() {
        DemoCommunity.isThere(imports);
        map = Objects.requireNonNull(communities.map(LM).block());
        DemoCommunity.hasNoCases(database);
    }

    @Test
    void aReportIsAnsweredWithNumberUnitAndTime() {
        var answer = say("r18", "report.elevator", "电梯又停在六楼了", "b3");

        assertThat(answer.template()).isEqualTo("case-opened");
        assertThat(answer.facts())
                .containsEntry("what", "电梯故障")
                .containsEntry("unit", "安和物业柳苑服务处")
                .containsEntry("where", "阳光里 3栋");
        assertThat(answer.facts().get("number")).matches("LM-\\d{4}-\\d{6}");
        assertThat(answer.effects())
                .filteredOn(Letter.class::isInstance)
                .extracting(it -> ((Letter) it).to().text())
                .containsExactly("webchat:lm:group:property");
    }

    @Test
    void onlyReportsOfThingsNeedAPlace() {
        assertThat(skill("report.noise").needs(new Intent("report.noise"))).contains(Need.PLACE);
        assertThat(skill("report.conduct").needs(new Intent("report.conduct"))).containsExactly(Need.WORDS);
        assertThat(skill("emergency").needs(Intent.EMERGENCY)).isEmpty();
        assertThat(skill("help.hardship").needs(new Intent("help.hardship"))).isEmpty();
    }

    @Test
    void aNeighbourJoinsAndTheSamePersonAdds() {
        say("r18", "report.elevator", "电梯又停了", "b3");

        assertThat(say("r17", "report.elevator", "电梯坏了", "b3").template()).isEqualTo("case-joined");
        assertThat(say("r18", "report.elevator", "电梯还停着", "b3").template()).isEqualTo("case-said-before");
    }

    @Test
    void whatLeaksInTwoFlatsIsTwoCasesAndNoWaterIsOne() {
        say("r17", "report.water", "我家漏水了", "b3-2-301");

        assertThat(say("r18", "report.water", "我家漏水了", "b3-2-501").template()).isEqualTo("case-opened");
        assertThat(say("r16", "report.water", "整栋楼停水了", "b3-2-102").template()).isEqualTo("case-opened");
        assertThat(say("r14", "report.water", "没水了", "b3-1-402").template()).isEqualTo("case-joined");
        assertThat(say("r13", "report.water", "停水了，马桶都没法冲", "b3-1-101").template())
                .isEqualTo("case-joined");
    }

    @Test
    void progressIsToldByNumberOrOfTheLatestCase() {
        var number = number(say("r18", "report.elevator", "电梯又停了", "b3"));

        assertThat(say("r18", "case.progress", "怎么样了", null).facts()).containsEntry("number", number);
        assertThat(say("r18", "case.progress", number + " 怎么样了", null).template())
                .isEqualTo("case-progress");
    }

    @Test
    void theCaseOfSomebodyElseDoesNotExist() {
        var number = number(say("r18", "report.noise", "半夜装修", "b3"));

        assertThat(say("r01", "case.progress", number, null).template()).isEqualTo("case-not-yours");
        assertThat(say("r01", "case.withdraw", number, null).template()).isEqualTo("case-not-yours");
        assertThat(say("r01", "case.progress", "怎么样了", null).template()).isEqualTo("case-none");
    }

    @Test
    void urgingAddingAndWithdrawing() {
        var number = number(say("r18", "report.noise", "半夜装修", "b3"));

        assertThat(say("r18", "case.urge", "怎么还没人来", null).template()).isEqualTo("case-urged");
        assertThat(say("r18", "case.add", "是602", null).template()).isEqualTo("case-added");
        assertThat(say("r18", "case.withdraw", "不吵了", null).template()).isEqualTo("case-withdrawn");
        assertThat(state(number)).isEqualTo(State.WITHDRAWN);
        assertThat(say("r18", "case.urge", number + " 催", null).template()).isEqualTo("case-not-now");
    }

    @Test
    void whoSaysThatItIsNotMendedOpensItAgain() {
        var number = number(say("r18", "report.elevator", "电梯又停了", "b3"));
        assertThat(rateCase.openQuestion(speaker("r18", null)).block()).isNull();
        resolve(number);

        var question = Objects.requireNonNull(
                rateCase.openQuestion(speaker("r18", null)).block());
        assertThat(question.about()).isEqualTo(number);
        assertThat(rateCase.reply(question, request("r18", "chatter", "吃了吗", null))
                        .block())
                .isNull();
        var answer = Objects.requireNonNull(rateCase.reply(question, request("r18", "chatter", "还是没修好", null))
                .block());
        effects.commit(answer.effects()).block();

        assertThat(answer.template()).isEqualTo("case-rated-reopened");
        assertThat(state(number)).isEqualTo(State.REOPENED);
        assertThat(rateCase.openQuestion(speaker("r18", null)).block()).isNull();
    }

    @Test
    void aRatingInWordsOrStarsIsKept() {
        var number = number(say("r18", "report.elevator", "电梯又停了", "b3"));
        resolve(number);

        assertThat(say("r18", "case.rate", "我要评价", null).template()).isEqualTo("case-rate-how");
        assertThat(say("r18", "case.rate", "5分 很满意", null).template()).isEqualTo("case-rated");
        assertThat(state(number)).isEqualTo(State.RATED);
    }

    @Test
    void everybodyWhoWaitedMayRateOnceAndAnyOneOpensItAgain() {
        var number = number(say("r18", "report.elevator", "电梯又停了", "b3"));
        say("r17", "report.elevator", "电梯坏了", "b3");
        resolve(number);
        say("r18", "case.rate", "5分", null);

        var asked = Objects.requireNonNull(
                rateCase.openQuestion(speaker("r18", null)).block());
        assertThat(rateCase.reply(asked, request("r18", "chatter", "4分", null)).block())
                .isNull();
        var question = Objects.requireNonNull(
                rateCase.openQuestion(speaker("r17", null)).block());
        assertThat(say("r18", "case.rate", number + " 4分", null).effects()).isEmpty();
        var answer = Objects.requireNonNull(rateCase.reply(question, request("r17", "chatter", "还是没修好", null))
                .block());
        effects.commit(answer.effects()).block();

        assertThat(state(number)).isEqualTo(State.REOPENED);
    }

    @Test
    void whoWasAskedSomethingJustAnswersAndTheClocksGoOn() {
        var number = number(say("r18", "report.elevator", "电梯又停了", "b3"));
        assertThat(addToCase.openQuestion(speaker("r18", null)).block()).isNull();
        var opened = Objects.requireNonNull(find.file(LM, number).block());
        acts.act(
                        Sight.of(map.staffMember("chen").orElseThrow(), map),
                        number,
                        opened.seen(),
                        new Who(Who.Kind.DESK, "chen", "陈立秋"),
                        new Act.Ask("是哪个单元的？"),
                        number + "/asked",
                        List.of())
                .block();
        assertThat(addToCase.openQuestion(speaker("r17", null)).block()).isNull();
        assertThat(addToCase
                        .openQuestion(
                                speaker("r18", map.group("b3").orElseThrow().address()))
                        .block())
                .as("neighbours know nothing of it")
                .isNull();

        assertThat(say("r18", "case.progress", "办到哪了", null).facts())
                .containsEntry("said", "是哪个单元的？")
                .containsEntry("waits", "yes");
        var question = Objects.requireNonNull(
                addToCase.openQuestion(speaker("r18", null)).block());
        var answer = Objects.requireNonNull(addToCase
                .reply(question, request("r18", "chatter", "靠马路那边", null))
                .block());
        effects.commit(answer.effects()).block();

        assertThat(question.free()).isTrue();
        assertThat(answer.template()).isEqualTo("case-added");
        assertThat(state(number)).isEqualTo(State.IN_PROGRESS);
        assertThat(addToCase
                        .reply(question, request("r18", "chatter", "再说一次", null))
                        .block())
                .isNull();
    }

    @Test
    void whoSaidThatItWasFineOpensItAgainForTenDaysByJustSayingThatItIsNot() {
        var number = number(say("r18", "report.elevator", "电梯又停了", "b3"));
        resolve(number);
        say("r18", "case.rate", "5分", null);
        database.sql("update cases.cases set state = 'CLOSED', resolved_at = now() - interval '9 days'")
                .then()
                .block();

        var question = Objects.requireNonNull(
                rateCase.openQuestion(speaker("r18", null)).block());
        assertThat(rateCase.openQuestion(
                                speaker("r18", map.group("b3").orElseThrow().address()))
                        .block())
                .as("among neighbours it may be about anything")
                .isNull();
        var answer = Objects.requireNonNull(
                rateCase.reply(question, request("r18", "chatter", "又坏了", null)).block());
        effects.commit(answer.effects()).block();

        assertThat(answer.template()).isEqualTo("case-rated-reopened");
        assertThat(state(number)).isEqualTo(State.REOPENED);
    }

    @Test
    void whatIsWrongAgainWeeksLaterIsACaseOfItsOwnLinkedToTheOldOne() {
        var number = number(say("r18", "report.elevator", "电梯又停了", "b3"));
        resolve(number);
        database.sql("""
                        update cases.cases set state = 'CLOSED', opened_at = opened_at - interval '20 days',
                          resolved_at = now() - interval '11 days'""").then().block();

        var answer = say("r18", "case.rate", number + " 还是没解决", null);

        assertThat(answer.template()).isEqualTo("case-again");
        assertThat(answer.facts()).containsEntry("earlier", number);
        assertThat(state(number)).isEqualTo(State.CLOSED);
        assertThat(links.of(LM, number).collectList().block())
                .extracting(CaseLinked::number, CaseLinked::earlier, CaseLinked::kind)
                .containsExactly(tuple(number(answer), number, CaseLinked.Kind.AGAIN));
    }

    @Test
    void theSameReportWeeksLaterTellsOfTheEarlierOne() {
        var number = number(say("r18", "report.elevator", "电梯又停了", "b3"));
        resolve(number);
        database.sql("update cases.cases set opened_at = opened_at - interval '20 days'")
                .then()
                .block();

        var again = number(say("r18", "report.elevator", "电梯又停在六楼", "b3"));

        assertThat(links.of(LM, again).collectList().block())
                .extracting(CaseLinked::earlier)
                .containsExactly(number);
    }

    @Test
    void theSameInAnotherUnitIsAnotherCaseButForWaterAndPower() {
        say("r18", "report.sanitation", "楼道里堆满垃圾", "b3-1");
        say("r18", "report.power", "停电了", "b3-1");

        assertThat(say("r17", "report.sanitation", "楼道里堆满垃圾", "b3-2").template())
                .isEqualTo("case-opened");
        assertThat(say("r16", "report.sanitation", "楼道里堆满垃圾", "b3").template()).isEqualTo("case-joined");
        assertThat(say("r17", "report.power", "停电了", "b3-2").template()).isEqualTo("case-joined");
    }

    @Test
    void oneTapJoinsForThoseWhoLiveThereAndForNobodyElse() {
        var number = number(say("r18", "report.elevator", "电梯又停了", "b3"));
        var quarrel = number(say("r18", "report.dispute", "邻居吵架", "b3"));

        assertThat(say("r17", "case.join", "我家也是 " + number, null).template()).isEqualTo("case-joined");
        assertThat(say("r17", "case.join", "我家也是 " + quarrel, null).template()).isEqualTo("case-not-yours");
        assertThat(say("nobody", "case.join", "我家也是 " + number, null).template())
                .isEqualTo("case-not-yours");
        assertThat(Objects.requireNonNull(find.file(LM, number).block()).supporters())
                .hasSize(1);
    }

    @Test
    void inAGroupNeitherWordsNorRoomsAreRepeated() {
        var group = map.group("b3").orElseThrow().address();
        var request = request("r18", "report.noise", "501 半夜装修,电话13812345678", "b3-2-501", group);
        var answer =
                Objects.requireNonNull(skill("report.noise").perform(request).block());

        assertThat(answer.template()).isEqualTo("case-opened-in-group");
        assertThat(String.join(" ", answer.facts().values())).doesNotContain("501", "138");
    }

    @Test
    void whoNeedNotWaitAnyMoreIsLetGoAndTheLastOneTakesItBack() {
        var number = number(say("r18", "report.elevator", "电梯又停了", "b3"));
        say("r17", "report.elevator", "电梯坏了", "b3");

        assertThat(say("r18", "case.withdraw", "不用再等了", null).template()).isEqualTo("case-left");
        assertThat(state(number)).isEqualTo(State.ASSIGNED);
        assertThat(say("r17", "case.withdraw", "好了", null).template()).isEqualTo("case-withdrawn");
        assertThat(state(number)).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void aGroupHearsOnlyOfWhatWasSaidThere() {
        var group = map.group("b3").orElseThrow().address();
        var secret = number(say("r18", "report.noise", "501 半夜装修", "b3"));

        assertThat(perform("case.progress", "我的事办到哪了", group).template()).isEqualTo("in-private");
        assertThat(perform("case.progress", secret + " 办到哪了", group).template()).isEqualTo("in-private");
        resolve(secret);
        assertThat(rateCase.openQuestion(speaker("r18", group)).block()).isNull();

        var open = number(perform("report.elevator", "电梯又停了", "b3", group));
        assertThat(perform("case.progress", "我的事办到哪了", group).facts()).containsEntry("number", open);
        resolve(open);
        var question = Objects.requireNonNull(
                rateCase.openQuestion(speaker("r18", group)).block());
        assertThat(question.about()).isEqualTo(open);
    }

    private Answer perform(String label, String words, Address group) {
        return perform(label, words, null, group);
    }

    private Answer perform(String label, String words, @Nullable String place, Address group) {
        var answer = Objects.requireNonNull(
                skill(label).perform(request("r18", label, words, place, group)).block());
        effects.commit(answer.effects()).block();
        return answer;
    }

    @Test
    void whoLeftAndReportsAgainHearsOfItAgain() {
        var number = number(say("r18", "report.elevator", "电梯又停了", "b3"));
        say("r17", "report.elevator", "电梯坏了", "b3");
        say("r18", "case.withdraw", "我不等了", null);
        assertThat(told(number, "r18")).isFalse();

        assertThat(say("r18", "report.elevator", "电梯还停着", "b3").template()).isEqualTo("case-said-before");

        assertThat(told(number, "r18")).isTrue();
    }

    private boolean told(String number, String who) {
        return Boolean.FALSE.equals(database.sql("""
                        select reporter_left from cases.cases where number = $1 and reporter = $2""")
                .bind(0, number)
                .bind(1, who)
                .mapValue(Boolean.class)
                .one()
                .block());
    }

    @Test
    void aCorrectedPlaceMovesTheCaseToWhoeverTakesCareThere() {
        var number = number(say("r18", "report.dispute", "邻居吵架", "b3"));
        var before = Objects.requireNonNull(find.file(LM, number).block()).it();

        var answer = say("r18", "case.correct", "不对，是5栋", "b5");

        var after = Objects.requireNonNull(find.file(LM, number).block()).it();
        assertThat(answer.template()).isEqualTo("case-relocated");
        assertThat(after.problem().spot()).isEqualTo("b5");
        assertThat(after.care().unit()).isNotEqualTo(before.care().unit());
        assertThat(after.care().dueAt()).isEqualTo(before.care().dueAt());
        assertThat(answer.effects())
                .filteredOn(Letter.class::isInstance)
                .extracting(it -> ((Letter) it).template())
                .contains("case-unit-new", "case-unit-gone");
        assertThat(say("r18", "case.correct", "是5栋", "b5").template()).isEqualTo("case-not-now");
    }

    @Test
    void whereNeighboursWaitACorrectionIsOnlyAdded() {
        var number = number(say("r18", "report.elevator", "电梯又停了", "b3"));
        say("r17", "report.elevator", "电梯坏了", "b3");

        assertThat(say("r18", "case.correct", "不对，是5栋", "b5").template()).isEqualTo("case-added");
        assertThat(Objects.requireNonNull(find.file(LM, number).block())
                        .it()
                        .problem()
                        .spot())
                .isEqualTo("b3");
    }

    @Test
    void whoJoinedTheWrongCaseLeavesItAndHasOneOfTheirOwn() {
        var number = number(say("r18", "report.elevator", "电梯又停了", "b2"));
        say("r17", "report.elevator", "电梯坏了，老人下不来", "b2");

        var answer = say("r17", "case.correct", "写错了，是3栋", "b3");

        assertThat(answer.template()).isEqualTo("case-elsewhere");
        assertThat(answer.facts()).containsEntry("left", number).containsEntry("where", "阳光里 3栋");
        assertThat(Objects.requireNonNull(find.file(LM, number).block()).supporters())
                .isEmpty();
        var own = Objects.requireNonNull(find.file(LM, number(answer)).block()).it();
        assertThat(own.problem().spot()).isEqualTo("b3");
        assertThat(own.problem().words()).contains("老人下不来", "写错了，是3栋");
        assertThat(state(number)).isEqualTo(State.ASSIGNED);
    }

    @Test
    void whoJoinedTheWrongCaseJoinsThatOfTheNeighboursThere() {
        var there = number(say("r16", "report.elevator", "电梯坏了", "b3"));
        var wrong = number(say("r18", "report.elevator", "电梯又停了", "b2"));
        say("r17", "report.elevator", "电梯坏了", "b2");

        var answer = say("r17", "case.correct", "写错了，是3栋", "b3");

        assertThat(answer.template()).isEqualTo("case-joined-elsewhere");
        assertThat(answer.facts()).containsEntry("number", there).containsEntry("left", wrong);

        assertThat(Objects.requireNonNull(find.file(LM, there).block()).supporters())
                .hasSize(1);
        assertThat(Objects.requireNonNull(find.file(LM, wrong).block()).supporters())
                .isEmpty();
    }

    @Test
    void anotherUnitOfTheSameBuildingIsStillTheNeighboursCase() {
        var number = number(say("r18", "report.elevator", "电梯又停了", "b3"));
        say("r17", "report.elevator", "电梯坏了", "b3");

        assertThat(say("r17", "case.correct", "不对，是2单元", "b3-2").template()).isEqualTo("case-added");
        assertThat(Objects.requireNonNull(find.file(LM, number).block()).supporters())
                .hasSize(1);
    }

    @Test
    void whoReportedReadsTheRoomAndNobodyElseDoes() {
        var exactly = say("r18", "report.water", "下水道堵了", "b3-2-501").facts();
        var joined = say("r17", "report.water", "下水道堵了", "b3-2").facts();

        assertThat(exactly.get("where")).contains("3栋", "2单元", "501");
        assertThat(say("r18", "case.progress", "办到哪了", null).facts()).containsEntry("where", exactly.get("where"));
        assertThat(joined).containsEntry("number", exactly.get("number")).containsEntry("where", "阳光里 3栋");
        assertThat(say("r17", "case.progress", "办到哪了", null).facts()).containsEntry("where", "阳光里 3栋");
    }

    @Test
    void whatIsToldWithinAnEmergencyGoesToItsCaseWhateverWasReportedSince() {
        var fire = number(say("r18", "emergency", "3栋着火了", "b3"));
        var lift = number(say("r18", "report.elevator", "4栋电梯坏了", "b4"));

        assertThat(added(request("r18", "case.add", "还在冒烟", null))).isEqualTo(lift);
        assertThat(added(request("r18", "case.add", "还在冒烟", null).ofEmergency()))
                .isEqualTo(fire);
        assertThat(added(request("r17", "case.add", "还在冒烟", null).ofEmergency()))
                .isNull();
    }

    @Test
    void aNumberAloneAsksHowFarItIs() {
        assertThat(skill("case.progress").recognises(speaker("r18", null), "LM-2026-000123"))
                .contains(new Intent("case.progress"));
        assertThat(skill("case.progress").recognises(speaker("r18", null), "LM-2026-000123 还没修"))
                .isEmpty();
    }

    private @Nullable String added(Request request) {
        return Objects.requireNonNull(addToCase.perform(request).block())
                .facts()
                .get("number");
    }

    private void resolve(String number) {
        var everything = new Sight(LM, true, "desk", Set.of());
        var done = acts.act(
                        everything,
                        number,
                        1,
                        Who.staff("qian", "钱永福"),
                        new Act.Resolve("换了门锁", List.of()),
                        number + "/t")
                .block();
        assertThat(done).isInstanceOf(ActOnCase.Result.Done.class);
    }

    private State state(String number) {
        return Objects.requireNonNull(find.file(LM, number).block()).it().state();
    }

    private static String number(Answer answer) {
        return Objects.requireNonNull(answer.facts().get("number"));
    }

    private Answer say(String who, String label, String words, @Nullable String place) {
        var answer = Objects.requireNonNull(
                skill(label).perform(request(who, label, words, place)).block());
        effects.commit(answer.effects()).block();
        return answer;
    }

    private Skill skill(String label) {
        return skills.stream()
                .filter(it -> it.serves(new Intent(label))
                        && it.getClass().getPackageName().endsWith("cases.chat"))
                .findFirst()
                .orElseThrow();
    }

    private Request request(String who, String label, String words, @Nullable String place) {
        return request(who, label, words, place, null);
    }

    private Request request(String who, String label, String words, @Nullable String place, @Nullable Address group) {
        Place at = place == null ? null : map.place(place).orElseThrow();
        return new Request(
                "talk" + MESSAGES.incrementAndGet(),
                speaker(who, group),
                new Intent(label),
                List.of(words),
                List.of(),
                at,
                "",
                Entities.NONE,
                Instant.parse("2026-03-02T01:00:00Z"));
    }

    private Speaker speaker(String who, @Nullable Address group) {
        var address = Address.parse("webchat:lm:person:" + who);
        var resident = Mono.defer(() -> residents.at(LM, address)).block();
        return new Speaker(
                LM,
                address,
                resident,
                null,
                group == null ? null : map.group(group).orElseThrow());
    }
}
