package org.linli.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.understanding.Intent;
import org.linli.understanding.Reason;
import org.linli.understanding.Reason.Kind;
import org.linli.understanding.examples.Examples;

/// Why a label, in words that staff can read.
class WhyTest {

    private static IntentModel model;

    @BeforeAll
    static void learn() throws IOException {
        model = IntentModel.train(
                Examples.read(new TreeMap<>(SmallExamples.files())).all());
    }

    @Test
    void theWordThatMattersIsNamedFirst() {
        var why = model.why("3栋的电梯又坏了", new Intent("report.elevator"));

        assertThat(why).hasSizeBetween(1, 3);
        assertThat(why.getFirst().words()).containsAnyOf("电梯", "电", "梯");
    }

    @Test
    void reasonsArePiecesOfTheMessageOnceEachTheStrongestFirst() {
        String said = "厨房又漏水了睡不着";

        var why = model.why(said, new Intent("report.water"));

        assertThat(why).isSortedAccordingTo((one, other) -> Double.compare(other.share(), one.share()));
        assertThat(why)
                .filteredOn(it -> it.kind() == Kind.WORDS)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(said).contains(it.words()))
                .doesNotHaveDuplicates();
        assertThat(why.stream().mapToDouble(Reason::share).sum()).isBetween(0.0, 1.0);
    }

    @Test
    void functionWordsAndDigitsExplainNothing() {
        assertThat(model.why("12栋的电梯又坏了的", new Intent("report.elevator")))
                .isNotEmpty()
                .extracting(Reason::words)
                .allSatisfy(it -> assertThat(it).doesNotMatch("[\\d的了又]+"));
        assertThat(model.why("了", new Intent("report.elevator"))).hasSizeLessThan(2);
    }

    /// A homophone is known by its sound, and people read the character that stands there.
    @Test
    void aSoundIsShownAsItWasWritten() {
        assertThat(model.why("垫梯坏了", new Intent("report.elevator")))
                .extracting(Reason::words)
                .allSatisfy(it -> assertThat("垫梯坏了").contains(it));
    }

    @Test
    void aMisspeltWordIsShownWithWhatItWasReadAs() {
        var why = model.why("店梯坏了", new Intent("report.elevator"));

        assertThat(why)
                .filteredOn(Reason::isRespelt)
                .isNotEmpty()
                .allSatisfy(it -> assertThat("店梯坏了").contains(it.words()))
                .allSatisfy(it -> assertThat("电梯坏了").contains(it.meant()));
        assertThat(why)
                .extracting(Reason::meant)
                .anySatisfy(it -> assertThat(it).contains("电"));
    }

    @Test
    void ofLettersOnlyWhatTheyWereReadAsIsShown() {
        assertThat(model.why("dianti坏了", new Intent("report.elevator")))
                .noneMatch(Reason::isRespelt)
                .extracting(Reason::words)
                .anySatisfy(it -> assertThat(it).containsAnyOf("电梯", "电", "梯"));
    }

    @Test
    void whatIsWrittenWellWasReadAsItStands() {
        assertThat(model.why("3栋的电梯又坏了", new Intent("report.elevator"))).noneMatch(Reason::isRespelt);
    }

    @Test
    void nothingSpeaksForALabelThatNobodyTaught() {
        assertThat(model.why("电梯坏了", new Intent("report.dragons"))).isEmpty();
        assertThat(model.why("", new Intent("report.elevator")))
                .allSatisfy(it -> assertThat(it.words()).isNotEmpty());
    }

    /// Whoever explains a label by what speaks against it explains nothing.
    @Test
    void theSameWordsGiveOtherReasonsForOtherLabels() {
        String said = "电梯里漏水";

        assertThat(model.why(said, new Intent("report.elevator")).getFirst())
                .isNotEqualTo(model.why(said, new Intent("report.water")).getFirst());
    }
}
