package org.linli.dialogue.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.dialogue.Talking.stranger;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.dialogue.Talking;

/// What is said of the place right after a report.
class CorrectDoneTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3栋漏水|不，4栋|b4|",
                "3栋漏水|不对，是4栋|b4|",
                "3栋2单元501漏水|不对，是302|b3-2|302室",
                "3栋2单元501漏水|说错了，是1单元501|b3-1-501|",
                "3栋2单元501漏水|1单元的|b3-1|",
                "3栋漏水|2单元501|b3-2-501|",
                "3栋漏水|不对，是6层|b3|6楼"
            })
    void itIsReadInTheBuildingThatWasReported(String report, String words, String place, String detail) {
        var corrected = stranger().says(report).says(words).hears("case.add").performed();

        assertThat(corrected.place())
                .isNotNull()
                .satisfies(it -> assertThat(it.id()).isEqualTo(place));
        assertThat(corrected.detail()).isEqualTo(detail == null ? "" : detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1单元的", "2单元501"})
    void somewhatLaterABarePlaceIsNotOfThatReport(String words) {
        var talk = stranger().says("3栋漏水").after(Duration.ofMinutes(11)).says(words);

        assertThat(talk.heard()).doesNotContain("case.add");
    }

    @ParameterizedTest
    @ValueSource(strings = {"不，谢谢", "不 我没事", "1单元垃圾没人收"})
    void whatNamesNoPlaceOrAnotherTroubleCorrectsNothing(String words) {
        assertThat(stranger().says("3栋漏水").says(words).heard()).doesNotContain("case.add");
    }

    @ParameterizedTest
    @ValueSource(strings = {"不好意思再麻烦一下，5栋门口垃圾没人收", "不好意思，5栋门口垃圾没人收", "不对，5栋门口垃圾没人收"})
    void whoExcusesThemselvesMayTellSomethingElse(String words) {
        stranger().says("3栋漏水").says(words).hears("report.sanitation");
        stranger().says("3栋漏水").says("2单元501").says("不好意思，5栋电梯坏了").hears("report.elevator");
    }

    @Test
    void afterACorrectionTheTroubleMayBeNamedAgain() {
        stranger().says("3栋电梯坏了").says("不对，4栋").says("不对，是5栋电梯坏了").hears("case.add");
    }

    @Test
    void longAfterAReportNothingIsCorrected() {
        var talk = stranger().says("3栋电梯坏了").after(Duration.ofMinutes(11)).says("不好意思，5栋电梯坏了");

        assertThat(talk.heard()).doesNotContain("case.add");
    }

    @ParameterizedTest
    @ValueSource(strings = {"不是那个，是门禁", "说错了 是单元门"})
    void anotherThingThanWasToldIsAddedToTheCase(String words) {
        Talking.stranger().says("3栋电梯坏了").says(words).hears("case.add");
        Talking.stranger().says(words).hears("chatter");
    }
}
