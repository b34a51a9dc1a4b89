package org.linli.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.dialogue.Talking.inGroup;
import static org.linli.dialogue.Talking.resident;
import static org.linli.dialogue.Talking.stranger;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.channels.ChannelId;
import org.linli.channels.Content;
import org.linli.community.CommunityMap;
import org.linli.dialogue.scene.Act;
import org.linli.media.MediaSent;

/// What is not a form: pictures, courtesies, nonsense, persons who take over.
class TalkTest {

    @Test
    void whatMayBeAnotherReportOnlyAddsToTheOneBefore() {
        stranger().says("3栋电梯坏了").says("好像有点吵").hears("case.add");
    }

    @ParameterizedTest
    @CsvSource({"吵死了, ask-place", "对了好像有点吵, ask-place", "好像5栋有点吵, report.noise"})
    void whoeverIsPlainSaysSoOrNamesAnotherPlaceReportsAnother(String words, String heard) {
        stranger().says("3栋电梯坏了").says(words).hears(heard);
    }

    @Test
    void wordsThatContinueWhatWasJustDoneAreForTheSameSkill() {
        var talk = stranger().having(List.of(new CountingSkill()));

        talk.says("我叫老赵").hears("account.bind").says("两个人").hears("account.bind");
        talk.after(Duration.ofMinutes(11)).says("两个人").hears("chatter");
    }

    @Test
    void somewhatLaterItIsAnotherReport() {
        stranger().says("3栋电梯坏了").after(Duration.ofMinutes(11)).says("好像有点吵").hears("ask-place");
    }

    @Test
    void whoeverFollowsIsWelcome() {
        stranger().sends(new Content.Followed(null)).hears("welcome").fact("community", "柳明社区");
    }

    @Test
    void whoeverLeavesHearsNothing() {
        stranger().sends(new Content.Left()).hearsNothing();
    }

    @Test
    void aReportOfDeliveryIsNoMessage() {
        stranger().sends(new Content.Delivered("r", true, "")).hearsNothing();
    }

    @Test
    void whoeverComesByACodeIsGreeted() {
        stranger().sends(new Content.Scanned("b3")).hears("greeting");
    }

    @Test
    void aTappedEntryIsReadAsItsWords() {
        stranger().sends(new Content.Tapped("3栋电梯坏了")).hears("report.elevator");
    }

    @Test
    void aVoiceWithWordsIsReadAsText() {
        stranger().sends(new Content.Voice("m", "3栋电梯坏了")).hears("report.elevator");
    }

    @Test
    void whatCannotBeReadIsSaidKindly() {
        stranger().sends(new Content.Link("t", "d", "u")).hears("cannot-read");
        stranger().sends(new Content.Unknown("sticker")).hears("cannot-read");
        stranger().says("").hears("cannot-read");
        stranger().says("\u200b\u200e \n").hears("cannot-read");
    }

    @Test
    void aPictureWithoutWordsIsAskedAboutAndKept() {
        var talk = stranger().shows("p1").hears("ask-words").fact("picture", "yes");

        assertThat(talk.says("3栋电梯坏了").hears("report.elevator").performed().pictures())
                .containsExactly(MediaSent.id(1));
    }

    @Test
    void aVoiceThatNobodyUnderstoodIsKeptForStaffToHearAndAskedAbout() {
        var talk = stranger()
                .sends(new Content.Voice("m", null))
                .hears("ask-words")
                .fact("shown", "voice");

        assertThat(talk.says("3栋电梯坏了").performed().pictures()).containsExactly(MediaSent.id(1));
    }

    @Test
    void whoeverListensReadsWhereSomethingWasSentInsteadOfWords() {
        var talk = stranger().says("转人工").sends(new Content.Video("m")).hearsNothing();

        assertThat(talk.talk().lines()).last().satisfies(it -> {
            assertThat(it.words()).isEmpty();
            assertThat(it.media()).isEqualTo(MediaSent.id(2));
        });
    }

    @Test
    void afterThePictureAndTheWordsThePlaceIsAskedForTheFirstTime() {
        stranger().shows("p1").says("电梯坏了").hears("ask-place").fact("round", "first");
    }

    @Test
    void aPictureInBetweenBelongsToTheForm() {
        var talk = stranger().says("电梯坏了").shows("p1").hears("picture-kept");

        assertThat(talk.says("3").performed().pictures()).containsExactly(MediaSent.id(2));
    }

    @Test
    void aPictureRightAfterACaseIsAddedToIt() {
        var talk = stranger()
                .says("3栋电梯坏了")
                .after(Duration.ofMinutes(2))
                .shows("p1")
                .hears("case.add");

        assertThat(talk.performed().pictures()).containsExactly(MediaSent.id(2));
    }

    @Test
    void aPlaceOnTheMapIsADetailAndTheBuildingIsStillAsked() {
        var talk = stranger().says("灯不亮").sends(new Content.Position(31.2, 121.4, "柳明路9号"));

        talk.hears("position-kept");
        assertThat(talk.says("3").performed().detail()).contains("柳明路9号", "31.2");
    }

    @Test
    void aPlaceOnTheMapThatNamesASpotIsTheAnswer() {
        assertThat(stranger()
                        .says("灯不亮")
                        .sends(new Content.Position(31.2, 121.4, "阳光里东门"))
                        .place())
                .isEqualTo("gate");
    }

    @Test
    void aPlaceOnTheMapAloneIsAskedAbout() {
        stranger()
                .sends(new Content.Position(31.2, 121.4, "柳明路9号"))
                .hears("ask-words")
                .fact("pointed", "yes")
                .says("灯不亮")
                .hears("ask-place");
    }

    @Test
    void helloIsAnsweredWithTheMenu() {
        stranger().says("你好").hears("greeting");
    }

    @Test
    void thanksAreAnsweredShortly() {
        stranger().says("谢谢啦").hears("thanks");
    }

    @Test
    void smallTalkIsAnsweredKindlyInPrivate() {
        stranger().says("今天天气真好").hears("chatter");
    }

    @Test
    void rudenessIsAnsweredKindlyToo() {
        stranger().says("你是傻子吗").hears("chatter");
    }

    @Test
    void onlyEmojiIsSmallTalk() {
        stranger().says("😀😀😀").hears("chatter");
    }

    @Test
    void whatIsNotSureEnoughIsStillActedOnInPrivate() {
        stranger().says("3栋电梯好像坏了").hears("report.elevator");
    }

    @Test
    void tenThousandCharactersAreCutAndSaidSo() {
        var request = stranger().says("3栋电梯坏了" + "啊".repeat(10_000)).performed();

        assertThat(request.text()).hasSizeLessThan(2_100).endsWith("…");
    }

    @Test
    void marksOfWritingDirectionAndZeroWidthAreGone() {
        assertThat(stranger().says("\u202e3\u200b栋电\u200d梯坏了\u0000").performed().text())
                .isEqualTo("3栋电梯坏了");
    }

    @Test
    void wideDigitsAreDigits() {
        assertThat(stranger().says("３栋电梯坏了").place()).isEqualTo("b3");
    }

    @Test
    void sqlAndHtmlAreJustWords() {
        var talk = stranger().says("3栋电梯坏了'; drop table cases; -- <script>alert(1)</script>");

        assertThat(talk.performed().text()).contains("drop table", "<script>");
    }

    @Test
    void whoeverWantsAPersonGetsOneAndStaffIsTold() {
        stranger().says("转人工").hears("handed-over").staffHears("staff-handed-over");
    }

    @Test
    void whileAPersonTalksWeAreSilent() {
        stranger().says("转人工").says("3栋电梯坏了").hearsNothing().says("你好").hearsNothing();
    }

    @Test
    void silenceOutlastsTheHalfHour() {
        stranger()
                .says("转人工")
                .after(Duration.ofHours(2))
                .says("3栋电梯坏了")
                .hears("waits-for-staff")
                .says("你好")
                .hearsNothing();
    }

    @Test
    void whoTalksIntoASilenceHearsOnceThatStaffWasToldAndStaffIsToldAgain() {
        var waiting =
                stranger().says("转人工").after(Duration.ofMinutes(4)).says("在吗").hearsNothing();

        waiting.after(Duration.ofMinutes(1))
                .says("有人吗")
                .hears("waits-for-staff")
                .staffHears("staff-handed-over");
        waiting.after(Duration.ofHours(1)).says("喂").hearsNothing().staffHearsNothing();
        waiting.says("转人工").hearsNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"好的谢谢", "算了不用了", "嗯", "谢谢", "好的"})
    void whoOnlyNodsIntoTheSilenceAsksForNobody(String words) {
        var waiting = stranger().says("转人工").after(Duration.ofMinutes(5));

        waiting.says(words).hearsNothing().staffHearsNothing();
        waiting.says("有人吗").hears("waits-for-staff");
    }

    @Test
    void whereNobodyCanBeToldNobodyIsSaidToHaveBeen() {
        var nobody =
                new CommunityMap(Neighbourhood.ID, "柳明社区", Neighbourhood.MAP.places(), List.of(), List.of(), List.of());

        stranger()
                .at(nobody)
                .says("转人工")
                .after(Duration.ofMinutes(5))
                .says("有人吗")
                .hearsNothing();
    }

    @Test
    void whomStaffAnsweredAndNeighboursWhoDoNotCallUsAreNotTold() {
        stranger()
                .says("转人工")
                .staffAnswers()
                .after(Duration.ofMinutes(20))
                .says("好了吗")
                .hearsNothing();
        inGroup(Neighbourhood.OF_GRID)
                .mentions("转人工")
                .after(Duration.ofMinutes(20))
                .says("晚饭吃什么")
                .hearsNothing()
                .mentions("人呢")
                .hears("waits-for-staff");
    }

    @Test
    void whenStaffHandsBackWeAnswerAgain() {
        stranger().says("转人工").staffHandsBack().says("3栋电梯坏了").hears("report.elevator");
    }

    @Test
    void afterTwelveHoursWeAnswerAgainByOurselves() {
        stranger().says("转人工").after(Duration.ofHours(12)).says("3栋电梯坏了").hears("report.elevator");
    }

    @Test
    void twoFailedAttemptsCallAPerson() {
        stranger()
                .says("电梯坏了")
                .says("我也说不清楚在哪")
                .hears("ask-place")
                .fact("round", "again")
                .says("反正就在那里嘛")
                .hears("handed-over-stuck")
                .staffHears("staff-handed-over");
    }

    @Test
    void staffReadsEverythingThatWasSaidSoFar() {
        var talk = stranger().says("电梯坏了").says("我也说不清楚在哪").says("反正就在那里嘛");

        assertThat(talk.told().getFirst().facts().get("words")).contains("电梯坏了", "说不清楚", "反正");
    }

    @Test
    void twoBuildingsThatDoNotExistCallAPerson() {
        stranger()
                .says("电梯坏了")
                .says("98栋")
                .hears("no-such-building")
                .says("99栋")
                .hears("handed-over-stuck");
    }

    @Test
    void insteadOfAnAnswerAPersonMayBeAskedFor() {
        stranger().says("电梯坏了").says("转人工").hears("handed-over");
    }

    @Test
    void whatNoSkillServesIsPassedOnHonestly() {
        stranger().says("高龄补贴怎么领").hears("passed-on").staffHears("staff-handed-over");
    }

    @Test
    void whileAQuestionWaitsForStaffWeStillListen() {
        stranger().says("高龄补贴怎么领").says("3栋电梯坏了").hears("report.elevator");
    }

    @Test
    void praiseIsPassedOnToThoseWhoEarnedIt() {
        stranger().says("表扬一下李师傅").hears("praised").staffHears("staff-praise");
    }

    @Test
    void whoeverWantsFewerMessagesIsHeard() {
        stranger().says("别再发消息了").hears("unsubscribed").staffHears("staff-handed-over");
    }

    @Test
    void whoTheyAreIsAskedForItsPlace() {
        stranger().says("我叫王秀英").hears("ask-place").says("3-2-501").hears("account.bind");
    }

    @Test
    void twentyEqualMessagesAreEnoughAndItIsSaidOnce() {
        var talk = stranger();
        for (int i = 1; i < 20; i++) {
            talk.after(Duration.ofSeconds(3)).says("在吗").hears("greeting");
        }
        talk.says("在吗").hears("loop").says("在吗").hearsNothing().says("在吗").hearsNothing();
    }

    @Test
    void otherWordsAreAnsweredDuringTheSilence() {
        var talk = stranger();
        for (int i = 0; i < 25; i++) {
            talk.says("在吗");
        }
        talk.says("3栋电梯坏了").hears("report.elevator");
    }

    @Test
    void twentyEqualMessagesOverAnHourAreNoLoop() {
        var talk = stranger();
        for (int i = 0; i < 25; i++) {
            talk.after(Duration.ofMinutes(2)).says("在吗").hears("greeting");
        }
    }

    @Test
    void withoutAnySkillEverythingGoesToStaff() {
        Talking.withoutSkills().says("3栋电梯坏了").hears("passed-on").staffHears("staff-handed-over");
    }

    @Test
    void theGridsStaffAndTheDeskAreTold() {
        assertThat(resident().says("转人工").told())
                .extracting(Act.Tell::to)
                .containsExactly(Neighbourhood.GRID_WORKER, Neighbourhood.DESK);
    }

    @Test
    void nothingThatWasSaidIsPrinted() {
        var talk = stranger().says("电梯坏了");

        assertThat(talk.talk().toString() + new ChannelId("webchat")).doesNotContain("电梯");
    }
}
