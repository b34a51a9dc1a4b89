package org.linli.understanding.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.understanding.examples.Example;

class FindingTest {

    private final List<Example> examples = new ArrayList<>();

    @Test
    void theSameUnderTwoLabelsIsAnError() {
        add("report.noise", "太吵了！");
        add("chatter", "太吵了");

        assertThat(found())
                .contains("chatter.yml:2: contradiction: says the same as report.noise.yml:1 under 'report.noise'");
        assertThat(Finding.all(examples, Set.of()))
                .filteredOn(it -> it.kind() == Finding.Kind.CONTRADICTION)
                .allMatch(Finding::isError);
    }

    @Test
    void theSameTwiceIsAWarning() {
        add("report.noise", "楼上 太吵了");
        add("report.noise", "楼上太吵了。");

        assertThat(found()).contains("report.noise.yml:2: duplicate: says the same as report.noise.yml:1");
    }

    @Test
    void numbersAreNotTheSame() {
        add("case.rate", "5");
        add("case.rate", "4");

        assertThat(found()).noneMatch(it -> it.contains("duplicate"));
    }

    @Test
    void nearlyTheSameUnderTwoLabelsIsAWarning() {
        add("report.elevator", "三号楼的电梯从昨天晚上开始就一直停在八楼不动");
        add("chatter", "三号楼的电梯从昨天晚上开始就一直停在八楼不动了");

        assertThat(found())
                .contains("chatter.yml:2: leak: nearly the same as report.elevator.yml:1 under 'report.elevator'");
    }

    @Test
    void nearlyTheSameTwiceIsAWarning() {
        add("report.elevator", "三号楼的电梯从昨天晚上开始就一直停在八楼不动");
        add("report.elevator", "三号楼的电梯从昨天晚上开始就一直停在八楼不动了");

        assertThat(found()).contains("report.elevator.yml:2: near duplicate: nearly the same as report.elevator.yml:1");
    }

    @Test
    void aLabelWithFewExamplesIsAnError() {
        IntStream.range(0, 10).forEach(it -> add("chatter", "周末爬山" + "一二三四五六七八九十".charAt(it)));
        add("human", "找人");

        assertThat(found())
                .contains("human.yml:11: too few: 'human' has 1 examples, expected at least 10")
                .noneMatch(it -> it.contains("too few: 'chatter'"));
        assertThat(Finding.all(examples, Set.of()))
                .filteredOn(it -> it.kind() == Finding.Kind.TOO_FEW)
                .allMatch(Finding::isError);
    }

    @Test
    void belowAHundredIsAWarning() {
        IntStream.range(0, 99).forEach(it -> add("chatter", "周末爬山" + it));

        assertThat(found()).contains("chatter.yml:1: few: 'chatter' has 99 examples, expected at least 100");
        assertThat(Finding.all(examples, Set.of())).noneMatch(Finding::isError);

        add("chatter", "周末爬山");
        assertThat(found()).noneMatch(it -> it.contains("'chatter' has"));
    }

    @Test
    void aLabelThatNothingServesIsAWarningOnce() {
        add("report.noise", "太吵了");
        add("report.nose", "楼上太吵");
        add("report.nose", "楼下太吵");

        assertThat(Finding.all(examples, LabelNames.known()))
                .filteredOn(it -> it.kind() == Finding.Kind.UNKNOWN_LABEL)
                .singleElement()
                .satisfies(it -> assertThat(it.isError()).isFalse())
                .extracting(Finding::line)
                .asString()
                .startsWith("report.nose.yml:2: unknown label: 'report.nose' has no name");
    }

    /// Others' examples have other labels.
    @Test
    void whereNoLabelIsOursNoneIsLookedFor() {
        add("lamp", "switch on the lamp");

        assertThat(Finding.all(examples, LabelNames.known())).noneMatch(it -> it.kind() == Finding.Kind.UNKNOWN_LABEL);
    }

    private List<String> found() {
        return Finding.all(examples, Set.of()).stream().map(Finding::line).toList();
    }

    private void add(String label, String text) {
        examples.add(new Example(label, text, label + ".yml", examples.size() + 1));
    }
}
