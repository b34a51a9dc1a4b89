package org.linli.dialogue.danger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.dialogue.Neighbourhood.OF_BUILDING_3;
import static org.linli.dialogue.Neighbourhood.OF_GRID;
import static org.linli.dialogue.Talking.inGroup;
import static org.linli.dialogue.Talking.staffInGroup;
import static org.linli.dialogue.Talking.stranger;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.dialogue.AlarmingSkill;
import org.linli.dialogue.Neighbourhood;
import org.linli.dialogue.Talking;
import org.linli.dialogue.talk.Danger;
import org.linli.outbox.Letter;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understand;
import org.linli.understanding.Understanding;

/// Life first: whom to call, then staff, then a case, and only then questions.
class EmergencyTest {

    @Test
    void fireIsAnsweredAtOnceAndStaffIsAlarmed() {
        stranger().says("着火了快来人").hears("emergency").fact("danger", "FIRE").staffHears("staff-emergency");
    }

    @Test
    void aCaseIsOpenedWithoutKnowingThePlace() {
        var talk = stranger().says("着火了");

        assertThat(talk.performed().intent().label()).isEqualTo("emergency");
        assertThat(talk.performed().place()).isNull();
    }

    @Test
    void thePlaceIsAskedInTheSameLetterAndAddedToTheCase() {
        var talk = stranger().says("着火了").fact("ask", "yes").says("3栋2单元").hears("emergency-place");

        assertThat(talk.performed().intent().label()).isEqualTo("case.add");
        assertThat(talk.place()).isEqualTo("b3-2");
        talk.fact("place", "阳光里 3栋2单元").staffHears("staff-emergency-place");
    }

    @Test
    void whoNamesThePlaceIsNotAskedForIt() {
        var talk = stranger().says("3栋着火了").fact("ask", "no").fact("place", "阳光里 3栋");

        assertThat(talk.place()).isEqualTo("b3");
    }

    @Test
    void thePlaceToldWithAnotherCryForHelpIsTheAnswer() {
        var talk = stranger().says("着火了").says("3栋着火了！").hears("emergency-place");

        assertThat(talk.place()).isEqualTo("b3");
    }

    @ParameterizedTest
    @CsvSource({"8栋, which-place", "77栋, no-such-building"})
    void aPlaceThatIsNotClearIsAskedForAndNoSecondAlarm(String place, String question) {
        stranger().says("着火了").says(place).hears(question).staffHears("staff-emergency-more");
    }

    @ParameterizedTest
    @CsvSource({"8栋着火了快来, which-place", "77栋着火了有孩子, no-such-building"})
    void aCryWithAPlaceThatIsNotClearReachesStaffAndIsNoSecondCase(String words, String question) {
        var talk =
                stranger().says("着火了").says(words).hears("emergency", question).staffHears("staff-emergency");

        assertThat(talk.requests()).isEmpty();
        assertThat(talk.says("5栋").performed().words()).containsExactly(words, "5栋");
        assertThat(talk.place()).isEqualTo("b5");
    }

    @Test
    void anotherCryForHelpOpensNoSecondCase() {
        var talk = stranger().says("着火了").says("快来人啊着火了").hears("emergency");

        assertThat(talk.requests()).isEmpty();
        talk.staffHears("staff-emergency");
    }

    @Test
    void anEmergencyBreaksTheSilenceOfAHandOver() {
        stranger().says("转人工").says("有人晕倒了").hears("emergency").fact("danger", "MEDICAL");
    }

    @ParameterizedTest
    @CsvSource({"找到了", "人已经救出来了，没事", "没事了", "虚惊一场！谢谢大家", "火灭了", "孩子自己回来了"})
    void whoSaysThatItIsOverIsNotAskedForThePlaceAndStaffLearnsIt(String words) {
        var talk = stranger().says("着火了").says(words).hears("emergency-over").staffHears("staff-emergency-over");

        assertThat(talk.performed().intent().label()).isEqualTo("case.add");
        assertThat(talk.says("3栋电梯坏了").performed().intent().label()).isEqualTo("report.elevator");
    }

    @ParameterizedTest
    @CsvSource({"救护车来了", "警察到了", "火好像小一点", "门打不开"})
    void whateverIsToldWithinAnEmergencyIsPassedOn(String words) {
        var talk = stranger().says("3栋着火了").says(words).hears("emergency-more").staffHears("staff-emergency-more");

        assertThat(talk.performed().intent().label()).isEqualTo("case.add");
        assertThat(talk.performed().text()).isEqualTo(words);
    }

    @Test
    void whileThePlaceIsMissingItIsAskedForAgain() {
        stranger()
                .says("着火了")
                .says("救护车来了")
                .hears("emergency-more", "ask-place")
                .says("门打不开")
                .hears("emergency-more", "ask-place")
                .says("3栋")
                .hears("emergency-place");
    }

    @ParameterizedTest
    @CsvSource({"谢谢, thanks", "3栋电梯坏了, report.elevator", "转人工, handed-over"})
    void whatIsAMatterOfItsOwnIsNot(String words, String heard) {
        stranger().says("3栋着火了").says(words).hears(heard);
    }

    @Test
    void laterItIsSmallTalkAgain() {
        stranger().says("3栋着火了").after(Duration.ofMinutes(11)).says("门打不开").hears("chatter");
    }

    @Test
    void itIsOverAlsoAfterThePlaceWasTold() {
        stranger().says("3栋着火了").says("已经灭了").hears("emergency-over").staffHears("staff-emergency-over");
    }

    @ParameterizedTest
    @CsvSource({"找到了吗", "还没出来", "火没灭", "灭火器找到了在哪用"})
    void whatIsNotOverIsNotCalledSo(String words) {
        assertThat(stranger().says("着火了").says(words).heard()).doesNotContain("emergency-over");
    }

    @Test
    void withoutAnAlarmItMeansNothing() {
        assertThat(stranger().says("找到了").heard()).doesNotContain("emergency-over");
    }

    @Test
    void anEmergencyInterruptsAnyForm() {
        stranger().says("电梯坏了").says("我闻到煤气味").hears("emergency").fact("danger", "GAS");
    }

    @Test
    void inAGroupItIsAnsweredWithoutBeingMentioned() {
        inGroup(OF_GRID).says("5栋着火了").hears("emergency").staffHears("staff-emergency");
    }

    @Test
    void inABuildingsGroupThePlaceIsKnown() {
        assertThat(inGroup(OF_BUILDING_3).says("有人困在电梯里了").place()).isEqualTo("b3");
    }

    @Test
    void staffTalkingOfFireInAGroupIsNoAlarm() {
        Talking.staffInGroup(OF_GRID).says("明天演习，着火了怎么办").hearsNothing();
    }

    @Test
    void howeverOftenSomebodyCriesForHelpItIsNoLoop() {
        var talk = stranger();
        for (int i = 0; i < 25; i++) {
            talk.says("着火了").hears("emergency").staffHears("staff-emergency");
        }
    }

    @Test
    void eachOfTheStaffIsToldOnceAndWithTheNumber() {
        var talk = stranger().opening(new AlarmingSkill()).says("3栋着火了");

        assertThat(talk.letters())
                .extracting(it -> it.to().text() + " " + it.template())
                .doesNotHaveDuplicates();
        assertThat(talk.letters())
                .filteredOn(it -> it.to().equals(Neighbourhood.DESK))
                .singleElement()
                .satisfies(it -> assertThat(it.template()).isEqualTo("staff-emergency"))
                .satisfies(it -> assertThat(it.facts()).containsEntry("number", "LM-2026-000007"));
        assertThat(talk.letters())
                .filteredOn(it -> it.to().equals(AlarmingSkill.DIRECTOR))
                .extracting(Letter::template)
                .containsExactly("case-unit-new");
    }

    @Test
    void withoutASkillWeStillSayWhomToCall() {
        Talking.withoutSkills().says("着火了").hears("emergency").staffHears("staff-emergency");
    }

    @ParameterizedTest
    @CsvSource({
        "家里着火了, FIRE",
        "楼道里全是浓烟, FIRE",
        "2单元501火很大, FIRE",
        "厨房煤气味好大, GAS",
        "电梯里困了两个人, LIFT",
        "我被关在电梯里, LIFT",
        "老人晕倒没反应, MEDICAL",
        "有人在撬我家门, CRIME",
        "孩子走丢了, MISSING",
        "邻居要跳楼, SUICIDE",
        "我不想活了, SUICIDE",
        "救命 我妈倒了, MEDICAL",
        "老人摔了起不来, MEDICAL",
        "树倒了 救命, OTHER",
        "救救我们, OTHER",
        "孩子误吞药了, MEDICAL",
        "小孩喝药了, MEDICAL",
        "奶奶喝药呛住了, MEDICAL",
        "老人误喝农药, MEDICAL",
        "有人吞药了, SUICIDE",
        "隔壁喝农药了, SUICIDE",
        "老人被电动车撞倒了 流血了, MEDICAL",
        "小孩手被电梯门夹住了, OTHER",
        "外卖员被电瓶车压着腿了, OTHER",
        "有人被电了, ELECTRIC",
        "工人被电到 没呼吸了, ELECTRIC",
        "隔壁痴呆老头打我, CRIME",
        "他有痴呆 拿刀砍人, CRIME",
        "痴呆老人走出去找不着了, MISSING"
    })
    void theWordsTellWhomToCall(String words, Danger danger) {
        assertThat(Danger.in(words)).isEqualTo(danger);
    }

    /// A neighbour is called because she is near, not because nobody else is meant.
    @ParameterizedTest
    @CsvSource({"@张姐 着火了", "@张姐 快来我妈晕倒了", "＠王叔 三楼有人晕倒了"})
    void whoCriesToANeighbourIsHeard(String words) {
        inGroup(OF_GRID).says(words).hears("emergency").staffHears("staff-emergency");
    }

    @Test
    void whatIsSaidToANeighbourOfAnythingElseIsNot() {
        inGroup(OF_GRID).says("@张姐 电梯坏了").hearsNothing();
        inGroup(OF_GRID).with(halfHeard(0.89)).says("@张姐 着火了吗").hearsNothing();
    }

    @Test
    void amongNeighboursDangerIsHeardWhateverElseSeemsLikelier() {
        inGroup(OF_GRID).with(halfHeard(0.9)).says("着火了吗").hears("emergency");
        inGroup(OF_GRID).with(halfHeard(0.89)).says("着火了吗").hearsNothing();
        staffInGroup(OF_GRID).with(halfHeard(0.9)).says("着火了吗").hearsNothing();
    }

    /// Thinks of chatter first, and that it may be an emergency.
    @Test
    void inWordsThatNobodyTaughtTheLikeliestLabelIsNoAlarm() {
        stranger().with(guessing("emergency", 0.3, 0.2)).says("abra cadabra").hears("not-understood");
        stranger().with(guessing("emergency", 0.3, 0.6)).says("abra cadabra").hears("emergency");
        stranger().with(guessing("emergency", 0.6, 0.2)).says("abra cadabra").hears("emergency");
    }

    @Test
    void norIsAnybodyLeftWithoutNewsByIt() {
        stranger()
                .with(guessing("account.unsubscribe", 0.75, 0))
                .says("abra cadabra")
                .hears("not-understood");
        stranger()
                .with(guessing("account.unsubscribe", 0.85, 0))
                .says("abra cadabra")
                .hears("unsubscribed");
    }

    private static Understand guessing(String label, double confidence, double danger) {
        var guess = new Ranked(new Intent(label), confidence);
        return (_, _, _) ->
                new Understanding(guess.intent(), guess.confidence(), List.of(guess), Entities.NONE, danger);
    }

    private static Understand halfHeard(double danger) {
        var ranking = List.of(new Ranked(Intent.CHATTER, 0.7));
        return (_, _, _) -> new Understanding(Intent.CHATTER, 0.7, ranking, Entities.NONE, danger);
    }
}
