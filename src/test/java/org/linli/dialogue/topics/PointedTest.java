package org.linli.dialogue.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.dialogue.Neighbourhood.OF_BUILDING_3;
import static org.linli.dialogue.Talking.inGroup;
import static org.linli.dialogue.Talking.stranger;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.linli.channels.Content;

/// Positions that residents send instead of saying where, and nicknames of buildings.
class PointedTest {

    private static final double BUILDING_3 = 30.0015;
    private static final double BETWEEN_3_AND_4 = 30.00176;

    @Test
    void aPositionAtABuildingIsThatBuilding() {
        var talk = stranger().says("灯不亮").hears("ask-place").sends(at(BUILDING_3));

        assertThat(talk.place()).isEqualTo("b3");
        assertThat(talk.performed().detail()).contains("30.00150", "125.00000");
    }

    @Test
    void aBuildingIsMeantByItsNicknameWhereverThatIsSaid() {
        assertThat(stranger().says("小白楼电梯坏了").place()).isEqualTo("t8");
        assertThat(stranger().says("小百楼2单元停水了").place()).isEqualTo("t8-2");
        assertThat(inGroup(OF_BUILDING_3).says("小白楼2单元停水了").place()).isEqualTo("t8-2");
        assertThat(stranger().says("小白楼4层灯不亮").performed())
                .satisfies(it ->
                        assertThat(Objects.requireNonNull(it.place()).id()).isEqualTo("t8"))
                .satisfies(it -> assertThat(it.detail()).isEqualTo("4楼"));
    }

    @Test
    void aNumberAmongTheAliasesIsNoNickname() {
        stranger().says("八号楼电梯坏了").hears("which-place");
    }

    @Test
    void aPositionBeforeAnyWordsIsThePlaceOfWhatIsThenTold() {
        var talk = stranger().sends(at(BUILDING_3)).hears("ask-words").says("楼道灯不亮");

        assertThat(talk.place()).isEqualTo("b3");
    }

    @Test
    void whatWordsNameWinsOverAPositionBeforeThem() {
        assertThat(stranger().sends(at(BUILDING_3)).says("5栋楼道灯不亮").place()).isEqualTo("b5");
    }

    @Test
    void aPositionBetweenTwoBuildingsIsAskedBackAndYesMeansTheNearerOne() {
        var talk = stranger()
                .says("灯不亮")
                .sends(at(BETWEEN_3_AND_4))
                .hears("ask-place-near")
                .fact("near", "阳光里 4栋")
                .choices("4栋", "3栋");

        assertThat(talk.says("是的").place()).isEqualTo("b4");
    }

    @Test
    void theOtherOfTheTwoCanBeTapped() {
        assertThat(stranger().says("灯不亮").sends(at(BETWEEN_3_AND_4)).says("3栋").place())
                .isEqualTo("b3");
    }

    @Test
    void whoIsAtNeitherIsAskedWhere() {
        var talk = stranger().says("灯不亮").sends(at(BETWEEN_3_AND_4)).says("不是").hears("ask-place");

        assertThat(talk.says("1栋").place()).isEqualTo("b1");
    }

    @Test
    void aPositionFarAwayIsOnlyADetail() {
        stranger()
                .says("灯不亮")
                .sends(at(30.2))
                .hears("position-kept")
                .fact("placed", "no")
                .says("3栋")
                .hears("report.power");
    }

    private static Content at(double latitude) {
        return new Content.Position(latitude, 125, "");
    }
}
