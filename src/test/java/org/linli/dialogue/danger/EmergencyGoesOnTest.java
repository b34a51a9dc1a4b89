package org.linli.dialogue.danger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.dialogue.Neighbourhood.OF_BUILDING_3;
import static org.linli.dialogue.Neighbourhood.OF_GRID;
import static org.linli.dialogue.Talking.inGroup;
import static org.linli.dialogue.Talking.resident;
import static org.linli.dialogue.Talking.stranger;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.channels.Content;
import org.linli.dialogue.Neighbourhood;
import org.linli.dialogue.Talking;
import org.linli.dialogue.scene.Act;
import org.linli.understanding.Intent;

/// After the alarm, and after the place was told: all that is said reaches staff, nothing is asked or opened twice.
class EmergencyGoesOnTest {

    @ParameterizedTest
    @ValueSource(strings = {"着火了/3栋", "3栋着火了", "着火了/8栋/阳光里", "着火了/3栋/谢谢", "着火了/3栋/几点开门"})
    void itIsUnderWayHoweverThePlaceBecameKnown(String talk) {
        told(talk).says("门打不开").hears("emergency-more").staffHears("staff-emergency-more");
        told(talk).says("火灭了").hears("emergency-over").staffHears("staff-emergency-over");
        told(talk).says("烟很大快来人啊着火了").hears("emergency").fact("ask", "no").staffHears("staff-emergency");
    }

    @Test
    void anotherCryOpensNoSecondCaseAndAsksForNoPlace() {
        var talk = told("着火了/3栋").says("还在着火啊");

        assertThat(talk.performed().intent().label()).isEqualTo("case.add");
        assertThat(talk.talk().forms()).isEmpty();
        talk.fact("place", "阳光里 3栋");
        assertThat(talk.told()).extracting(it -> it.facts().get("place")).containsOnly("阳光里 3栋");
    }

    @Test
    void whatNamesADangerIsAnsweredWithAdviceAndWhatNamesNoneIsNot() {
        told("孩子走丢了/3栋").says("走丢的时候穿红衣服").hears("emergency");
        told("3栋着火了").says("不想活了的是楼上").hears("emergency").fact("danger", "SUICIDE");
        told("3栋着火了").says("你好 在吗").hears("emergency-more");
    }

    @Test
    void thePlaceOfAnotherReportInBetweenIsNotTheEmergencys() {
        told("3栋着火了/5栋电梯坏了").says("2单元").hears("emergency-more").staffHears("staff-emergency-more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3栋着火了|3栋2单元501|b3-2-501|",
                "3栋着火了|2单元501|b3-2-501|",
                "3栋着火了|2单元|b3-2|",
                "3栋着火了|5层|b3|5楼",
                "3栋着火了|3栋2单元302 5层|b3-2|302室5楼",
                "3栋2单元着火了|501|b3-2-501|",
                "3栋着火了|不对，是4栋|b4|",
                "3栋着火了|不对，是4栋厨房那边|b4|",
                "3栋着火了|3栋2单元也着火了|b3-2|",
                "着火了/3栋|2单元501|b3-2-501|",
                "3栋着火了/几点开门|2单元|b3-2|",
                "着火了/3栋|说错了 5栋|b5|"
            })
    void thePlaceToldLaterGoesToTheCaseAndToStaff(String talk, String words, String place, String detail) {
        var after = told(talk).says(words).hears("emergency-place").staffHears("staff-emergency-place");

        assertThat(after.performed().intent().label()).isEqualTo("case.add");
        assertThat(after.place()).isEqualTo(place);
        assertThat(after.performed().detail()).isEqualTo(detail == null ? "" : detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3栋", "3栋2单元", "我在3栋楼下等", "我住3栋2单元"})
    void whatTellsNoNewPlaceIsPassedOnAndNobodyIsRegistered(String words) {
        var talk = told("3栋2单元501着火了").says(words).hears("emergency-more").staffHears("staff-emergency-more");

        assertThat(talk.requests()).allMatch(it -> it.intent().label().equals("case.add") && it.place() == null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"120", "119", "5"})
    void aNumberToCallOrToCountIsNoPlace(String words) {
        told("3栋着火了").says(words).hears("emergency-more");
    }

    @Test
    void ofARoomThatBothUnitsHaveNobodyIsAskedWhichOne() {
        var talk = told("3栋着火了").says("501").hears("emergency-place").fact("place", "阳光里 3栋501");

        assertThat(talk.says("2单元").place()).isEqualTo("b3-2");
    }

    @Test
    void aUnitToldBeforeItsBuildingCounts() {
        assertThat(told("着火了/2单元501着火了").says("3栋").place()).isEqualTo("b3-2-501");
        assertThat(told("2单元501着火了").says("3栋").place()).isEqualTo("b3-2-501");
        assertThat(told("着火了/2单元501").says("3栋").performed().words()).containsExactly("2单元501", "3栋");
    }

    @Test
    void whereItIsUnclearFromTheFirstTheQuestionSaysWhy() {
        stranger().says("2单元着火了").hears("emergency", "which-place").fact("ask", "no");
        stranger().says("99栋着火了").hears("emergency", "no-such-building");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3栋楼道里灯全部熄灭了看不见路", "3栋电梯停在中间动不了怎么办"})
    void whateverNamesThePlaceThatWeAskedForIsTheAnswer(String words) {
        var talk = told("着火了").says(words).hears("emergency-place").staffHears("staff-emergency-place");

        assertThat(talk.place()).isEqualTo("b3");
    }

    @Test
    void whoWillNotSayWhereIsNotAskedAgainAndStaffLearnsIt() {
        var talk = told("着火了").says("算了").hears("emergency-more").staffHears("staff-emergency-more");

        assertThat(talk.talk().forms()).isEmpty();
    }

    @Test
    void aPictureGoesToTheCaseAtOnceAndStaffLearnsIt() {
        for (String before : new String[] {"着火了", "着火了/3栋", "3栋着火了"}) {
            var talk = told(before).shows("m1").staffHears("staff-emergency-more");

            assertThat(talk.heard()).startsWith("emergency-more");
            assertThat(talk.performed().intent().label()).isEqualTo("case.add");
            assertThat(talk.performed().pictures()).hasSize(1);
            assertThat(talk.told()).allMatch(it -> "picture".equals(it.facts().get("shown")));
        }
    }

    @Test
    void aSpotOnTheMapReachesStaffAtOnce() {
        var nowhere = new Content.Position(0, 0, "某某路");
        var building = new Content.Position(30.0015, 125, "某某路");

        told("3栋着火了").sends(nowhere).hears("emergency-more").staffHears("staff-emergency-more");
        told("着火了").sends(nowhere).hears("emergency-more", "ask-place").staffHears("staff-emergency-more");
        var talk = told("着火了").sends(building).hears("emergency-place").staffHears("staff-emergency-place");
        assertThat(talk.place()).isEqualTo("b3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"门打不开", "火灭了"})
    void whoWasAlarmedHearsOnAndNotTheDeskAlone(String words) {
        var alarmed = told("着火了/3栋");
        var addresses = alarmed.told().stream().map(Act.Tell::to).toList();

        assertThat(addresses).contains(Neighbourhood.GRID_WORKER);
        assertThat(alarmed.says(words).told()).extracting(Act.Tell::to).containsExactlyElementsOf(addresses);
    }

    @Test
    void itGoesOnAsLongAsSomethingIsTold() {
        var talk = told("3栋着火了")
                .after(Duration.ofMinutes(8))
                .says("门打不开")
                .after(Duration.ofMinutes(8))
                .says("人还在里头")
                .hears("emergency-more");

        talk.after(Duration.ofMinutes(11)).says("门打不开").hears("chatter");
    }

    @Test
    void anotherMatterInBetweenEndsNothing() {
        var talk = told("3栋着火了/5栋电梯坏了").says("还在着火").hears("emergency").fact("place", "阳光里 3栋");

        assertThat(talk.performed().intent().label()).isEqualTo("case.add");
    }

    @Test
    void inAGroupAUnitRightAfterTheAlarmIsItsPlace() {
        inGroup(OF_GRID).says("5栋着火了").says("2单元").hears("emergency-place").staffHears("staff-emergency-place");
        inGroup(OF_BUILDING_3).says("5栋着火了").says("着火了快来").fact("place", "阳光里 5栋");
        inGroup(OF_GRID).says("2单元").hearsNothing();
    }

    @Test
    void anotherPlaceIsToldToStaffAsTheOneItIs() {
        told("3栋2单元着火了").says("1单元也着火了").hears("emergency").fact("place", "阳光里 3栋1单元");
        told("3栋着火了").says("5栋也着火了").hears("emergency").fact("place", "阳光里 5栋");
        told("3栋着火了").says("8栋也着火了").hears("emergency", "which-place");
        told("3栋着火了").says("99栋也着火了").hears("emergency").fact("place", "阳光里 3栋");
    }

    @Test
    void theCaseOfTheFirstBuildingStaysThereWhenAnotherBurns() {
        var talk = told("3栋着火了").says("5栋也着火了");
        assertThat(talk.performed().intent()).isEqualTo(Intent.EMERGENCY);
        assertThat(talk.says("2单元").place()).isEqualTo("b5-2");

        assertThat(told("3栋2单元着火了").says("1单元也着火了").performed().intent().label())
                .isEqualTo("case.add");
    }

    @Test
    void whetherItIsAtHomeIsAnsweredByYesOrNo() {
        var talk = resident().says("着火了").says("门锁着").hears("emergency-more", "ask-place-home");
        assertThat(talk.says("是的").place()).isEqualTo("b3");

        resident().says("着火了").says("门锁着").says("不是").hears("ask-place");
    }

    @Test
    void atHomeIsWhereTheyLive() {
        assertThat(resident().says("着火了").says("我家里").place()).isEqualTo("b3-2-501");
    }

    private static Talking told(String messages) {
        var talk = stranger();
        for (String words : messages.split("/")) {
            talk.says(words);
        }
        return talk;
    }
}
