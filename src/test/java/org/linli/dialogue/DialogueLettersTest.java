package org.linli.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.linli.LinliTest;
import org.linli.channels.Outbound;
import org.linli.dialogue.talk.Danger;
import org.linli.outbox.Letter;
import org.linli.outbox.RenderLetters;
import org.springframework.test.context.TestConstructor;

/// The words that people read.
@LinliTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class DialogueLettersTest {

    private static final List<String> ALL = List.of(
            "ask-home",
            "ask-phone",
            "ask-place",
            "ask-place-home",
            "ask-place-near",
            "ask-place-same",
            "ask-storey",
            "ask-time",
            "ask-words",
            "bound",
            "calmed",
            "cancelled",
            "cannot-read",
            "chatter",
            "emergency",
            "emergency-more",
            "emergency-over",
            "emergency-place",
            "from-staff",
            "greeting",
            "handed-back",
            "handed-over",
            "handed-over-stuck",
            "in-private",
            "loop",
            "media-lost",
            "no-such-building",
            "not-understood",
            "passed-on",
            "phone-in-group",
            "picture-kept",
            "position-kept",
            "praised",
            "staff-emergency",
            "staff-emergency-more",
            "staff-emergency-over",
            "staff-emergency-place",
            "staff-handed-over",
            "staff-praise",
            "suggestion-passed-on",
            "take-your-time",
            "thanks",
            "unsubscribed",
            "waits-for-staff",
            "welcome",
            "which-place",
            "who-we-are");

    private final RenderLetters render;

    DialogueLettersTest(RenderLetters render) {
        this.render = render;
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void everyLetterCanBeReadWhateverIsNotKnown(String template) {
        var facts = template.equals("from-staff") ? Map.of("words", "好的") : Map.<String, String>of();

        assertThat(written(template, facts).text()).isNotBlank().doesNotContain("null", "[[", "[(", "[/]");
    }

    @Test
    void theBuildingsCanBeTapped() {
        var letter = written("ask-place", Map.of("round", "first", "choices", "1栋|2栋|阳光里 3栋"));

        assertThat(letter.choices()).containsExactly("1栋", "2栋", "阳光里 3栋");
        assertThat(letter.text()).isEqualTo("好的，我记下了。请问是在哪栋楼，或者小区哪里？");
    }

    @Test
    void withoutChoicesNothingCanBeTapped() {
        assertThat(written("which-place", Map.of("choices", "")).choices()).isEmpty();
    }

    @Test
    void theQuestionSoundsDifferentTheSecondTime() {
        assertThat(written("ask-place", Map.of("round", "again")).text())
                .isNotEqualTo(written("ask-place", Map.of("round", "first")).text())
                .isNotEqualTo(written("ask-place", Map.of("round", "back")).text());
    }

    @ParameterizedTest
    @EnumSource
    void everyDangerSaysANumberToCall(Danger danger) {
        var facts = Map.of("danger", danger.name(), "ask", "yes", "told", "yes", "place", "");

        assertThat(written("emergency", facts).text())
                .containsPattern("119|120|110")
                .contains("几栋");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverSaysThatItGetsWorseReadsWhatToDoOnceMore(Danger danger) {
        assertThat(written("emergency-more", Map.of("worse", danger.name())).text())
                .containsPattern("119|120|110")
                .contains("转给社区的工作人员");
    }

    @Test
    void whoHadAShockNeedsADoctorFirst() {
        assertThat(written("emergency", Map.of("danger", "ELECTRIC")).text())
                .containsSubsequence("触电", "马上打 120", "断了电", "按压", "打 119");
    }

    @Test
    void nobodyIsSaidToBeToldWhoIsNot() {
        assertThat(written("emergency", Map.of("danger", "FIRE", "told", "no")).text())
                .doesNotContain("通知");
    }

    @Test
    void staffReadsWhereItIsAndWhoSaysSo() {
        var facts = new HashMap<String, String>();
        facts.put("danger", "LIFT");
        facts.put("place", "阳光里 3栋");
        facts.put("name", "王秀英");
        facts.put("words", "困在电梯里了");

        assertThat(written("staff-emergency", facts).text())
                .isEqualTo("【紧急】电梯困人，请马上处理。\n地点：阳光里 3栋\n报告人：王秀英\n原话：困在电梯里了");
    }

    private Outbound written(String template, Map<String, String> facts) {
        return render.render(new Letter(Neighbourhood.ID, "k", Neighbourhood.MRS_WANG, template, facts));
    }
}
