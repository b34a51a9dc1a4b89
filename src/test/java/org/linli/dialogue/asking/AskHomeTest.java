package org.linli.dialogue.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.dialogue.Talking.resident;
import static org.linli.dialogue.Talking.stranger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A place and nothing else, before anything was said.
class AskHomeTest {

    @ParameterizedTest
    @ValueSource(strings = {"3栋", "3栋2单元", "3栋2单元501"})
    void nobodyIsRegisteredByAPlaceAlone(String words) {
        assertThat(stranger().says(words).hears("ask-home").requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"是的, b3", "我住3栋2单元, b3-2", "3栋2单元501, b3-2-501", "4栋, b4"})
    void whoSaysYesOrIsMoreExactIsRegistered(String reply, String home) {
        var talk = stranger().says("3栋").says(reply).hears("account.bind");

        assertThat(talk.place()).isEqualTo(home);
    }

    @Test
    void whoTellsWhatIsWrongReportsItThere() {
        var talk = stranger().says("3栋").says("电梯坏了").hears("report.elevator");

        assertThat(talk.place()).isEqualTo("b3");
    }

    @Test
    void whoDeniesIsAskedWhatItIs() {
        stranger().says("3栋").says("不是").hears("ask-words").says("电梯坏了").hears("ask-place");
    }

    @ParameterizedTest
    @ValueSource(strings = {"我住3栋2单元", "登记3栋"})
    void whoSaysThatTheyLiveThereIsNotAsked(String words) {
        stranger().says(words).hears("account.bind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"东门", "3", "99栋"})
    void whatIsNobodysHomeIsNotAskedAbout(String words) {
        assertThat(stranger().says(words).heard()).doesNotContain("ask-home");
    }

    @ParameterizedTest
    @ValueSource(strings = {"嗯", "好", "好的", "ok"})
    void whatIsSaidToAnythingRegistersNobody(String words) {
        assertThat(stranger().says("3栋").says(words).requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3栋", "3栋2单元", "4栋"})
    void whoseHomeIsKnownIsAskedWhatIsWrong(String words) {
        var talk = resident().says(words).hears("ask-words").fact("placed", "yes");

        assertThat(talk.says("嗯").requests()).isEmpty();
        talk.says("电梯坏了").hears("report.elevator");
        assertThat(talk.place()).startsWith(words.startsWith("3栋") ? "b3" : "b4");
    }
}
