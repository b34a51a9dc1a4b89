package org.linli.dialogue.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.dialogue.Talking.resident;
import static org.linli.dialogue.Talking.stranger;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.linli.dialogue.Neighbourhood;
import org.linli.dialogue.Request;

/// One question at a time, and every way in which people answer it.
class FormsTest {

    @Test
    void whoeverNamesTheBuildingIsAskedNothing() {
        var talk = stranger().says("3栋电梯坏了").hears("report.elevator");

        assertThat(talk.place()).isEqualTo("b3");
    }

    @Test
    void aReportWithoutAPlaceIsAskedWhereWithTheBuildingsToTap() {
        stranger()
                .says("电梯坏了")
                .hears("ask-place")
                .fact("round", "first")
                .choices("阳光里 1栋", "阳光里 2栋", "阳光里 3栋", "阳光里 4栋", "阳光里 5栋", "阳光里 8栋", "桃园 8栋");
    }

    @Test
    void aTappedBuildingIsTheAnswer() {
        var talk = stranger().says("电梯坏了").says("桃园 8栋").hears("report.elevator");

        assertThat(talk.place()).isEqualTo("t8");
    }

    @Test
    void aBareNumberIsABuildingWhenWeAskedForOne() {
        var talk = stranger().says("电梯坏了").says("3").hears("report.elevator");

        assertThat(talk.place()).isEqualTo("b3");
        assertThat(talk.performed().words()).containsExactly("电梯坏了");
    }

    @Test
    void aBareChineseNumberIsABuildingToo() {
        assertThat(stranger().says("电梯坏了").says("三").place()).isEqualTo("b3");
    }

    @Test
    void buildingUnitAndRoomMayBeJoinedByDashes() {
        assertThat(stranger().says("漏水了").says("3-2-501").place()).isEqualTo("b3-2-501");
    }

    @Test
    void aNamedSpotIsAnAnswer() {
        assertThat(stranger().says("灯不亮").says("东门").place()).isEqualTo("gate");
    }

    @Test
    void aSpotInTheFirstMessageIsEnough() {
        assertThat(stranger().says("儿童乐园垃圾没人收").hears("report.sanitation").place())
                .isEqualTo("yard");
    }

    @Test
    void ourOwnBuildingIsWhereTheSpeakerLives() {
        assertThat(resident().says("电梯坏了").says("就我们楼").place()).isEqualTo("b3");
    }

    @Test
    void atHomeIsTheFlatOfTheSpeaker() {
        assertThat(resident().says("家里停水了").hears("report.water").place()).isEqualTo("b3-2-501");
    }

    @Test
    void whoseHomeIsKnownIsAskedWhetherItIsThere() {
        resident().says("电梯坏了").hears("ask-place-home").fact("home", "阳光里 3栋");
    }

    @Test
    void yesMeansTheBuildingWhereTheSpeakerLives() {
        assertThat(resident().says("电梯坏了").says("是的").hears("report.elevator").place())
                .isEqualTo("b3");
    }

    @Test
    void noLeadsToTheBuildingsAndIsNotAFailure() {
        resident().says("电梯坏了").says("不是").hears("ask-place").says("不知道呀").hears("ask-place");
    }

    @Test
    void yesStillMeansHomeAfterWordsThatWereNoAnswer() {
        var talk = resident().says("电梯坏了").says("到底修不修").hears("ask-place-home").fact("round", "again");

        assertThat(talk.says("是的").place()).isEqualTo("b3");
    }

    @Test
    void insteadOfNoAnotherBuildingMayBeNamed() {
        assertThat(resident().says("电梯坏了").says("不是，是5栋").place()).isEqualTo("b5");
    }

    @Test
    void severalFactsAtOnceAreAllTaken() {
        var talk = stranger().says("3栋2单元5层漏水，水管爆了");

        assertThat(talk.place()).isEqualTo("b3-2");
        assertThat(talk.performed().detail()).isEqualTo("5楼");
    }

    @Test
    void aCorrectionInTheSameMessageWins() {
        assertThat(stranger().says("3栋电梯坏了，不对，是4栋").place()).isEqualTo("b4");
    }

    @Test
    void aCorrectionAfterTheCaseWasOpenedIsAddedToIt() {
        var talk = stranger().says("3栋电梯坏了").says("不对，是4栋").hears("case.add");

        assertThat(talk.place()).isEqualTo("b4");
        assertThat(talk.performed().words()).containsExactly("不对，是4栋");
    }

    @Test
    void aBuildingThatDoesNotExistIsSaidSo() {
        stranger().says("99栋电梯坏了").hears("no-such-building").fact("said", "99");
    }

    @Test
    void afterAWrongBuildingTheRightOneIsTaken() {
        assertThat(stranger().says("99栋电梯坏了").says("4").hears("report.elevator").place())
                .isEqualTo("b4");
    }

    @Test
    void twoBuildingsOfOneNameAreAskedApart() {
        var talk = stranger().says("8栋电梯坏了").hears("which-place").choices("阳光里 8栋", "桃园 8栋");

        assertThat(talk.says("桃园").hears("report.elevator").place()).isEqualTo("t8");
    }

    @Test
    void theSecondOfTwoMayBeChosenByItsPosition() {
        assertThat(stranger().says("8栋电梯坏了").says("第二个").place()).isEqualTo("t8");
    }

    @Test
    void theCompoundNamedWithTheBuildingDecides() {
        assertThat(stranger().says("桃园8栋电梯坏了").hears("report.elevator").place()).isEqualTo("t8");
    }

    @Test
    void aQuestionInBetweenIsAnsweredAndThenOursIsRepeated() {
        stranger()
                .says("电梯坏了")
                .says("对了你们几点开门上班呀")
                .hears("ask.office", "ask-place")
                .says("3栋")
                .hears("report.elevator");
    }

    @Test
    void theRepeatedQuestionSaysThatWeComeBackToIt() {
        var talk = stranger().says("电梯坏了").says("你们几点开门上班");

        assertThat(talk.facts()).containsEntry("round", "back");
    }

    @Test
    void weComeBackToItOnceAndNotAfterEverySentence() {
        var talk = stranger().says("电梯坏了").says("你们几点开门上班").hears("ask.office", "ask-place");

        talk.says("你们周末几点开门上班").hears("ask.office");

        talk.after(Duration.ofMinutes(11)).says("你们中午几点开门上班").hears("ask.office", "ask-place");
    }

    @Test
    void anotherReportInBetweenIsFinishedFirst() {
        var talk = stranger().says("电梯坏了").says("5栋外面吵得根本睡不着").hears("report.noise", "ask-place");

        assertThat(talk.says("3").hears("report.elevator").place()).isEqualTo("b3");
    }

    @Test
    void cancellingEndsTheForm() {
        stranger().says("电梯坏了").says("算了").hears("cancelled").says("3").hears("chatter");
    }

    @Test
    void manyWordsCancel() {
        for (String words : new String[] {"不用了", "取消", "算了吧", "不用了谢谢", "没事了", "不报了。"}) {
            stranger().says("电梯坏了").says(words).hears("cancelled");
        }
    }

    @Test
    void cancellingComesBackToWhatWaitedBelow() {
        stranger().says("电梯坏了").says("外面吵得根本睡不着啊").says("算了").hears("cancelled", "ask-place");
    }

    @Test
    void twoProblemsInOneMessageBecomeTwoRequests() {
        var talk = stranger().says("3栋电梯坏了，还有楼道灯也不亮").hears("report.elevator", "report.power");

        assertThat(talk.requests()).extracting(Request::key).doesNotHaveDuplicates();
        assertThat(talk.requests())
                .allSatisfy(it -> assertThat(it.place())
                        .isEqualTo(Neighbourhood.MAP.place("b3").orElseThrow()));
    }

    @Test
    void twoProblemsInDifferentBuildingsKeepTheirOwn() {
        var talk = stranger().says("3栋电梯坏了。5栋门口垃圾没人收");

        assertThat(talk.requests())
                .extracting(it -> it.place() == null ? "" : it.place().id())
                .containsExactly("b3", "b5");
    }

    @Test
    void thePlaceOfTwoProblemsIsAskedForOnce() {
        stranger().says("电梯坏了，还有楼道灯也不亮").hears("ask-place").says("3栋").hears("report.elevator", "report.power");
    }

    @Test
    void oneProblemToldInTwoSentencesStaysOne() {
        stranger().says("3栋电梯坏了。电梯门一直打不开").hears("report.elevator");
    }

    @Test
    void chatterAfterAProblemDoesNotSplitIt() {
        assertThat(stranger().says("3栋电梯坏了。真是烦死人了").performed().text()).contains("烦死人");
    }

    @Test
    void afterHalfAnHourTheFormIsForgotten() {
        stranger().says("电梯坏了").after(Duration.ofMinutes(31)).says("3").hears("chatter");
    }

    @Test
    void withinHalfAnHourItIsRemembered() {
        stranger().says("电梯坏了").after(Duration.ofMinutes(29)).says("3").hears("report.elevator");
    }

    @Test
    void oneMomentIsNotAFailedAttempt() {
        stranger().says("电梯坏了").says("等一下").hears("take-your-time").says("好的").hears("take-your-time");
    }

    @Test
    void aTimeAndAPhoneNumberAreAskedOneAfterTheOther() {
        var talk = stranger()
                .says("理发预约")
                .hears("ask-time")
                .says("明天")
                .hears("ask-phone")
                .says("13800138000")
                .hears("book.service");

        assertThat(talk.performed().entities().phone()).isEqualTo("13800138000");
    }

    @Test
    void wordsSaidWithThePlaceAreKept() {
        assertThat(stranger().says("电梯坏了").says("3栋，门一直关不上").performed().words())
                .containsExactly("电梯坏了", "3栋，门一直关不上");
    }

    @Test
    void sayingThatOneWantsToReportIsAskedWhat() {
        stranger().says("我要报修").hears("ask-words").says("3栋电梯坏了").hears("report.elevator");
    }
}
