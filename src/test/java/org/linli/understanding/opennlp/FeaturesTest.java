package org.linli.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturesTest {

    @Test
    void fullWidthInvisibleAndMentionsDoNotMatter() {
        assertThat(Normalised.of("@小邻 ３栋\u200b电\u202e梯坏了!!!!!").text()).isEqualTo("0栋电梯坏了");
    }

    @Test
    void aPauseIsAPauseHoweverItIsWritten() {
        assertThat(Normalised.of("停电了，快来。").text())
                .isEqualTo(Normalised.of("停电了 快来").text())
                .isEqualTo(Normalised.of("停电了！快来!!").text());
    }

    @Test
    void whatIsSaidWhileThinkingIsNotHeardBeforeSomethingElse() {
        assertThat(Normalised.of("嗯 那个就是电梯坏了").text()).isEqualTo("电梯坏了");
        assertThat(Normalised.of("那个").text()).isEqualTo("那个");
    }

    @Test
    void charactersWithAPauseBetweenThemAreNeighboursToo() {
        assertThat(Features.of("停电了 快来")).contains("-了 ", "- 快", "-了快");
    }

    @Test
    void anEndlessMessageIsCut() {
        assertThat(Normalised.of("水电".repeat(50_000)).text()).hasSizeLessThanOrEqualTo(Normalised.MOST);
    }

    @Test
    void homophonesSoundTheSame() {
        assertThat(Pinyin.of("电梯坏了")).isEqualTo(Pinyin.of("垫题坏乐")).isNotEqualTo(Pinyin.of("停水坏了"));
    }

    @Test
    void traditionalCharactersSoundLikeSimplifiedOnes() {
        assertThat(Pinyin.of("電梯壞了")).isEqualTo(Pinyin.of("电梯坏了"));
    }

    @Test
    void everyPieceCountsOnceAndTogetherTheyHaveLengthOne() {
        var messages = List.of(Features.of("漏水漏水漏水"), Features.of("停水了"));
        var rows = Vocabulary.of(messages).rows(messages);

        assertThat(Features.of("漏水漏水漏水")).containsOnlyOnce("-漏水", "-水漏");
        assertThat(List.of(rows.values()))
                .allSatisfy(it -> assertThat(square(it)).isCloseTo(2, offset(1e-5)));
    }

    private static double square(float[] values) {
        double square = 0;
        for (float it : values) {
            square += it * it;
        }
        return square;
    }

    @Test
    void whatIsSeldomSpeaksLouder() {
        var vocabulary = Vocabulary.of(List.of(Features.of("停水了"), Features.of("停电了"), Features.of("停气了")));

        assertThat(loudness(vocabulary, "-水")).isGreaterThan(loudness(vocabulary, "-停"));
    }

    @Test
    void wordsCountWhereNothingIsChinese() {
        assertThat(Features.of("Who's the president"))
                .contains("=who", "= who", "=s the", "=president ", "+resi", "+ who")
                .doesNotContain("-w");
    }

    @Test
    void chineseInLettersIsChinese() {
        assertThat(Features.of("dianti huai了"))
                .contains("~" + Pinyin.of("电梯"), "-了")
                .doesNotContain("-电梯", "=dianti");
        assertThat(Features.of("dianti huai le"))
                .contains("~" + Pinyin.of("电梯"))
                .noneMatch(it -> it.startsWith("="));
    }

    @Test
    void aMessageIsHeardTheSameWithNamesAndWithNumbers() {
        String said = "3栋电梯wifi坏了坏了，电话13800138000？";
        var names = Features.of(said);
        var heard = new NumberedFeatures(new Keys(names.toArray(String[]::new)));
        Features.tell(said, heard);

        assertThat(heard.known()).isEqualTo(names.size()).isEqualTo(heard.all());
    }

    @Test
    void kindredWordsShareAFeature() {
        assertThat(kin("货梯停了")).containsAnyElementsOf(kin("轿厢不动"));
    }

    @Test
    void charactersWithOneBetweenThemMakeAPair() {
        assertThat(Features.of("没有水")).contains("_没水", "_^有", "_有$").doesNotContain("_没有");
        assertThat(Features.of("水")).contains("_^$");
    }

    @Test
    void factsAreSeen() {
        assertThat(Features.of("3栋怎么了，电话13800138000")).contains("*building", "*question", "*phone");
        assertThat(Features.of("👍👍")).contains("*wordless");
    }

    private static float loudness(Vocabulary vocabulary, String name) {
        return vocabulary.loudness()[List.of(vocabulary.names()).indexOf(name)];
    }

    private static List<String> kin(String said) {
        return Features.of(said).stream().filter(it -> it.startsWith("#")).toList();
    }
}
