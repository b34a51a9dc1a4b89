package org.linli.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.dialogue.Neighbourhood.OF_BUILDING_3;
import static org.linli.dialogue.Neighbourhood.OF_GRID;
import static org.linli.dialogue.Talking.inGroup;
import static org.linli.dialogue.Talking.staffInGroup;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.channels.Content;
import org.linli.community.Group;
import org.linli.media.MediaSent;
import org.linli.outbox.Letter;

/// Among neighbours: silent, unless something has to be done.
class GroupTest {

    @Test
    void smallTalkBetweenNeighboursIsLeftInPeace() {
        inGroup(OF_GRID)
                .says("晚饭吃了吗")
                .hearsNothing()
                .says("你好")
                .hearsNothing()
                .says("谢谢")
                .hearsNothing();
    }

    @Test
    void aProblemIsHeardWithoutBeingAsked() {
        assertThat(inGroup(OF_BUILDING_3).says("电梯又坏了").hears("report.elevator").place())
                .isEqualTo("b3");
    }

    @Test
    void anUncertainProblemIsNotHeard() {
        inGroup(OF_BUILDING_3).says("电梯好像坏了").hearsNothing();
    }

    @Test
    void aQuestionNotMeantForUsIsNotAnswered() {
        inGroup(OF_GRID).says("居委会几点上班啊").hearsNothing();
    }

    @Test
    void aMentionIsAnswered() {
        inGroup(OF_GRID).mentions("居委会几点上班啊").hears("ask.office");
    }

    @Test
    void theNameOfTheServiceIsAMentionToo() {
        inGroup(OF_GRID).says("@邻里小助手 几点上班").hears("ask.office");
        inGroup(OF_GRID).says("小邻，几点上班").hears("ask.office");
        inGroup(OF_GRID).says("@社区 几点上班").hears("ask.office");
    }

    @Test
    void whatIsSaidToOneNeighbourIsNotForUs() {
        inGroup(OF_BUILDING_3).says("@张姐 电梯又坏了").hearsNothing();
        inGroup(OF_BUILDING_3).says("@王师傅 电梯又坏了").hears("report.elevator");
        inGroup(OF_BUILDING_3).says("@所有人 电梯又坏了").hears("report.elevator");
        inGroup(OF_BUILDING_3).says("电梯又坏了 @张姐").hears("report.elevator");
    }

    @Test
    void neighbourlinessIsNotAMention() {
        inGroup(OF_GRID).says("邻里之间要互相谅解，几点上班都行").hearsNothing();
    }

    @Test
    void inAGridsGroupTheBuildingIsAsked() {
        inGroup(OF_GRID).says("电梯又坏了").hears("ask-place");
    }

    @Test
    void theAnswerToOurQuestionIsHeardWithoutAMention() {
        assertThat(inGroup(OF_GRID)
                        .says("电梯又坏了")
                        .says("5")
                        .hears("report.elevator")
                        .place())
                .isEqualTo("b5");
    }

    @Test
    void smallTalkDuringAFormIsNoFailedAnswer() {
        inGroup(OF_GRID)
                .says("电梯又坏了")
                .says("大家晚上吃什么")
                .hearsNothing()
                .says("哈哈哈哈")
                .hearsNothing()
                .says("随便吧")
                .hearsNothing()
                .says("5栋")
                .hears("report.elevator");
    }

    @Test
    void pictureAndFilmAreLeftAlone() {
        inGroup(OF_GRID).shows("p").hearsNothing().sends(new Content.Video("v")).hearsNothing();
    }

    @Test
    void aPictureShownBeforeTheReportBelongsToIt() {
        assertThat(inGroup(OF_BUILDING_3).shows("p").says("电梯坏了").performed().pictures())
                .containsExactly(MediaSent.id(1));
    }

    @Test
    void anOldPictureDoesNotBelongToTheReport() {
        var talk =
                inGroup(OF_BUILDING_3).shows("p").after(Duration.ofMinutes(11)).says("电梯坏了");

        assertThat(talk.performed().pictures()).isEmpty();
    }

    @Test
    void aPhoneNumberIsMaskedAndTheSpeakerIsWarned() {
        var talk = inGroup(OF_BUILDING_3).says("电梯坏了，我电话13800138000").hears("report.elevator", "phone-in-group");

        assertThat(talk.performed().text()).isEqualTo("电梯坏了，我电话138****8000");
        assertThat(talk.performed().entities().phone()).isNull();
    }

    @Test
    void aPhoneNumberIsNotMentionedWhereWeAreSilent() {
        inGroup(OF_BUILDING_3).says("租房请打13800138000").hearsNothing();
    }

    @Test
    void noPhoneNumberIsAskedForInAGroup() {
        inGroup(OF_GRID).mentions("理发预约").hears("ask-time").says("明天").hears("book.service");
    }

    @Test
    void whereSomebodyLivesIsTakenDownInPrivateOnly() {
        inGroup(OF_GRID).mentions("我叫王秀英，我住3栋").hears("in-private");
    }

    @Test
    void theFlatOfTheSpeakerIsNotToldToTheGroup() {
        assertThat(inGroup(OF_GRID).says("我家停水了").hears("report.water").place()).isEqualTo("b3");
    }

    @Test
    void aMemberOfStaffIsNotAResidentWhoReports() {
        staffInGroup(OF_GRID).says("3栋电梯坏了，正在修").hearsNothing();
    }

    @Test
    void aMemberOfStaffWhoMentionsUsIsAnswered() {
        staffInGroup(OF_GRID).mentions("3栋电梯坏了").hears("report.elevator");
    }

    @Test
    void aLoopAmongNeighboursIsNotOurs() {
        var talk = inGroup(OF_GRID);
        for (int i = 0; i < 25; i++) {
            talk.says("接龙").hearsNothing();
        }
    }

    @Test
    void cancellingWorksInAGroupToo() {
        inGroup(OF_GRID).says("电梯又坏了").says("算了").hears("cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"我家空调修好了", "还是老样子", "可以", "3", "修好了吗", "满意的举手", "灯修好了", "没修好之前别坐电梯", "5分钟"})
    void whatNeighboursTellEachOtherIsNoVerdict(String words) {
        inGroup(OF_GRID)
                .waitingForVerdict(OF_GRID.address())
                .says(words)
                .says(words)
                .hearsNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5分", "5分 修得真快", "4分 满意", "给3星", "很满意", "不满意", "还是没解决", "没修好", "已经修好了", "差评"})
    void aPlainVerdictIsHeardInTheGroupThatWasAsked(String words) {
        inGroup(OF_GRID).waitingForVerdict(OF_GRID.address()).says(words).hears("verdict");
    }

    @Test
    void aVerdictThatWasAskedForElsewhereIsHeardOnlyWhenWeAreCalled() {
        var talk = inGroup(OF_GRID).waitingForVerdict(Neighbourhood.MRS_WANG);

        talk.says("5分").hearsNothing().says("还是没解决").hearsNothing();
        talk.mentions("还是没解决").hears("verdict");
    }

    @Test
    void inPrivateABareReplyIsEnough() {
        Talking.resident().waitingForVerdict(Neighbourhood.MRS_WANG).says("4").hears("verdict");
    }

    @ParameterizedTest
    @ValueSource(strings = {"靠马路那边", "2", "周六下午都在家", "好像是电梯旁边那根管子"})
    void whatMeansNothingElseAnswersAQuestionThatLeftTheAnswerOpen(String words) {
        Talking.resident()
                .waitingForAnything(Neighbourhood.MRS_WANG)
                .says(words)
                .hears("verdict");
        inGroup(OF_GRID).waitingForAnything(Neighbourhood.MRS_WANG).says(words).hearsNothing();
    }

    @Test
    void aPictureAnswersItToo() {
        Talking.resident()
                .waitingForAnything(Neighbourhood.MRS_WANG)
                .shows("p1")
                .hears("verdict");
    }

    @Test
    void whatMeansSomethingOfItsOwnIsNoAnswerToIt() {
        var talk = Talking.resident().waitingForAnything(Neighbourhood.MRS_WANG);

        talk.says("3栋着火了").hears("emergency");
        talk.says("3栋电梯坏了").hears("report.elevator");
        assertThat(talk.says("好的，谢谢").letters()).extracting(Letter::template).doesNotContain("verdict");
    }

    @Test
    void theOwnBuildingOfTheGroupIsNotAskedFor() {
        assertThat(inGroup(OF_BUILDING_3).says("楼道灯不亮").hears("report.power").place())
                .isEqualTo("b3");
    }

    @Test
    void aNamedBuildingWinsOverTheGroups() {
        assertThat(inGroup(OF_BUILDING_3).says("5栋楼道灯不亮").place()).isEqualTo("b5");
    }

    @Test
    void whoComesForTheFirstTimeIsToldHowToReport() {
        var welcoming = new Group("b3", "3栋邻里群", OF_BUILDING_3.address(), "b3", null, 0.5, null, true);

        inGroup(welcoming).forTheFirstTime().sends(new Content.Followed(null)).hears("welcome-in-group");
        inGroup(welcoming).sends(new Content.Followed(null)).hearsNothing();
        inGroup(OF_BUILDING_3)
                .forTheFirstTime()
                .sends(new Content.Followed(null))
                .hearsNothing();
    }

    @Test
    void whoLeavesIsNotSpokenOf() {
        inGroup(OF_BUILDING_3).sends(new Content.Left()).hearsNothing();
    }
}
